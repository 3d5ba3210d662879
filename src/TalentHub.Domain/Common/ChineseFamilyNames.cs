using System.Collections.Frozen;

namespace TalentHub.Domain.Common;

/// <summary>Family names of two characters, and those that are read otherwise than the character elsewhere.</summary>
public static class ChineseFamilyNames
{
    private static readonly FrozenSet<string> Compounds = """
        欧阳 歐陽 太史 端木 上官 司马 司馬 东方 東方 独孤 獨孤 南宫 南宮 万俟 萬俟 闻人 聞人 夏侯 诸葛 諸葛 尉迟 尉遲 公羊 赫连 赫連 澹台 澹臺 皇甫 宗政 濮阳 濮陽 公冶 太叔 申屠 公孙 公孫
        慕容 仲孙 仲孫 钟离 鍾離 长孙 長孫 宇文 司徒 鲜于 鮮于 司空 闾丘 閭丘 子车 子車 亓官 司寇 巫马 巫馬 公西 颛孙 顓孫 壤驷 壤駟 公良 漆雕 乐正 樂正 宰父 谷梁 穀梁 拓跋 夹谷 夾谷 轩辕 軒轅
        令狐 段干 百里 呼延 东郭 東郭 南门 南門 羊舌 微生 公户 公戶 公玉 梁丘 左丘 东门 東門 西门 西門 第五 单于 單于 叶赫 那拉
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    private static readonly FrozenDictionary<string, string> Special = """
        单 shan 單 shan 曾 zeng 解 xie 仇 qiu 区 ou 區 ou 朴 piao 查 zha 盖 ge 蓋 ge 缪 miao 繆 miao 洗 xian 员 yun 員 yun 乐 yue 樂 yue 种 chong 繁 po 覃 qin 翟 zhai 薄 bo
        卜 bu 折 she 召 shao 句 gou 秘 bi 祭 zhai 么 yao 藏 zang 賁 ben 郄 xi 佴 nai 黑 he 晟 sheng 尉迟 yuchi 尉遲 yuchi 万俟 moqi 萬俟 moqi 澹台 tantai 澹臺 tantai 单于 chanyu
        單于 chanyu 乐正 yuezheng 樂正 yuezheng 子车 ziju 子車 ziju
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>Whether a name of three characters or more begins with a family name of two.</summary>
    public static bool IsCompound(string family) => Compounds.Contains(family);

    /// <summary>The syllables of a family name: "shan" for 单, "ou yang" for 欧阳.</summary>
    public static IReadOnlyList<string> Syllables(string family) => Special.TryGetValue(family, out var reading) ? [reading] : Pinyin.Syllables(family);
}
