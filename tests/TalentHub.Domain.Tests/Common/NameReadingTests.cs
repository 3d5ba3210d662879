using TalentHub.Domain.Common;

namespace TalentHub.Domain.Tests.Common;

public sealed class NameReadingTests
{
    /// <summary>Frequent family names, and those that are read otherwise than the character elsewhere.</summary>
    private const string Families = """
        李li 王wang 张zhang 刘liu 陈chen 杨yang 赵zhao 黄huang 周zhou 吴wu 徐xu 孙sun 胡hu 朱zhu 高gao 林lin 何he 郭guo 马ma 罗luo 梁liang 宋song 郑zheng 谢xie 韩han 唐tang 冯feng 于yu 董dong 萧xiao
        程cheng 曹cao 袁yuan 邓deng 许xu 傅fu 沈shen 曾zeng 彭peng 吕lu 苏su 卢lu 蒋jiang 蔡cai 贾jia 丁ding 魏wei 薛xue 叶ye 阎yan 余yu 潘pan 杜du 戴dai 夏xia 钟zhong 汪wang 田tian 任ren 姜jiang 范fan
        方fang 石shi 姚yao 谭tan 廖liao 邹zou 熊xiong 金jin 陆lu 郝hao 孔kong 白bai 崔cui 康kang 毛mao 邱qiu 秦qin 江jiang 史shi 顾gu 侯hou 邵shao 孟meng 龙long 万wan 段duan 钱qian 汤tang 尹yin 黎li
        易yi 常chang 武wu 乔qiao 贺he 赖lai 龚gong 文wen 庞pang 樊fan 兰lan 殷yin 施shi 陶tao 洪hong 翟zhai 安an 颜yan 倪ni 严yan 牛niu 温wen 芦lu 季ji 俞yu 章zhang 鲁lu 葛ge 伍wu 韦wei 申shen 尤you
        毕bi 聂nie 丛cong 焦jiao 向xiang 柳liu 邢xing 路lu 岳yue 齐qi 梅mei 莫mo 庄zhuang 辛xin 管guan 祝zhu 左zuo 涂tu 谷gu 祁qi 时shi 舒shu 耿geng 牟mou 卜bu 詹zhan 关guan 苗miao 凌ling 费fei 纪ji
        靳jin 盛sheng 童tong 欧ou 甄zhen 项xiang 曲qu 成cheng 游you 阳yang 裴pei 席xi 卫wei 查zha 屈qu 鲍bao 位wei 覃qin 霍huo 翁weng 隋sui 甘gan 景jing 薄bo 单shan 包bao 司si 柏bai 宁ning 柯ke 阮ruan
        桂gui 闵min 解xie 强qiang 柴chai 华hua 车che 冉ran 房fang 边bian 吉ji 饶rao 刁diao 瞿qu 戚qi 丘qiu 古gu 米mi 池chi 滕teng 晋jin 苑yuan 邬wu 臧zang 宫gong 来lai 苟gou 全quan 褚chu 廉lian 简jian
        娄lou 盖ge 符fu 奚xi 木mu 穆mu 党dang 燕yan 郎lang 邸di 冀ji 谈tan 姬ji 屠tu 连lian 晏yan 栾luan 郁yu 商shang 蒙meng 喻yu 窦dou 迟chi 宇yu 敖ao 糜mi 鄢yan 冷leng 卓zhuo 花hua 仇qiu 艾ai 蓝lan
        区ou 朴piao 缪miao 冼xian 员yun 乐yue 种chong 繁po 尉迟yuchi 长孙zhangsun 万俟moqi 澹台tantai 欧阳ouyang 司马sima 上官shangguan 诸葛zhuge 慕容murong 令狐linghu 劉liu 陳chen 張zhang 單shan 葉ye 萬俟moqi
        """;

    public static TheoryData<string, string> Keys => new()
    {
        { "李明", "li ming 李明" },
        { "欧阳娜娜", "ouyang nana 欧阳娜娜" },
        { "吕思远", "lu siyuan 吕思远" },
        { "单晟", "shan sheng 单晟" },
        { "Ada King Lovelace", "lovelace ada king" },
        { "Ming Li", "li ming" },
        { "Zoë Łuć-O’Brien", "luc obrien zoe" },
        { "Jürgen Weiß", "weiss jurgen" },
        { "Æsa Ørsted", "orsted aesa" },
        { "Cher", "cher" },
        { "Анна Йохан", "иохан анна" },
        { "김 민준", "민준 김" },
        { "?", "?" },
    };

    [Fact]
    public void Frequent_family_names_are_read_as_people_read_them()
    {
        var known = Families.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => (Name: string.Concat(pair.Where(c => c > 'z')), Read: string.Concat(pair.Where(c => c <= 'z')))).ToList();

        Assert.True(known.Count > 240);
        Assert.Equal(known, known.Select(k => (k.Name, NameReading.SortKey(new PersonName(null, k.Name)).Split(' ')[0])));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_name_is_sorted_as_it_sounds_family_name_first(string name, string key) => Assert.Equal(key, NameReading.SortKey(PersonName.Parse(name)));

    [Fact]
    public void Names_of_both_scripts_stand_in_one_order_by_their_sound()
    {
        string[] order = ["Zara Ahmed", "陈静", "Ming Li", "李明", "黎明", "李娜", "Ana Lima", "Ada Lovelace", "欧阳娜娜", "王芳", "张伟", "Ulrich Zimmer"];

        Assert.Equal(order, order.Reverse().Select(name => PersonName.Parse(name)).OrderBy(NameReading.SortKey, StringComparer.Ordinal).Select(name => name.Display));
    }

    [Theory]
    [InlineData("李明", "liming mingli")]
    [InlineData("陈思远", "chensiyuan siyuanchen yuan")]
    [InlineData("欧阳娜娜", "ouyangnana nanaouyang yang na")]
    [InlineData("吕布", "lubu lvbu bulu bulv")]
    [InlineData("Ming Li", "")]
    public void A_chinese_name_is_found_by_few_words_in_letters(string name, string words) => Assert.Equal(words, string.Join(' ', NameReading.Words(PersonName.Parse(name))));

    [Fact]
    public void Each_character_of_the_basic_block_has_one_reading_of_small_letters()
    {
        var readings = Enumerable.Range('\u4E00', 0x9FA5 - 0x4E00 + 1).Select(c => Pinyin.Of((char)c)).ToList();

        Assert.True(readings.Count(r => r is not null) > 20_800);
        Assert.All(readings.OfType<string>(), r => Assert.Matches("^[a-zü]{1,6}$", r));
        Assert.Null(Pinyin.Of('a'));
        Assert.Null(Pinyin.Of('ん'));
    }

    [Fact]
    public void A_very_long_name_keeps_within_its_column() =>
        Assert.Equal(NameReading.KeyLength, NameReading.SortKey(new PersonName(new string('庄', PersonName.PartLength), new string('庄', PersonName.PartLength))).Length);
}
