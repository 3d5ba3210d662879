namespace TalentHub.Intelligence.Resumes;

/// <summary>A family name of one or two characters and a given name of one or two.</summary>
internal static class ChineseNames
{
    private const string Families =
        "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉龚程嵇邢裴陆荣翁荀惠甄曲封储靳焦巴弓牧隗山谷车侯宓蓬全班仰秋仲伊宫宁仇栾甘厉戎祖武符刘景詹束龙叶幸司韶黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴能苍双闻莘党翟谭贡劳姬申扶堵冉宰雍桑桂牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧沃利蔚越隆师巩聂晁勾敖融冷辛阚那简饶空曾沙养鞠丰巢关相查后荆红游竺权盖益桓公楚闫佟覃肖涂岳迟腾麦仝代佘初苟撒鹿付旷卿战晋修隋明粟冼敬揭苑补邸丛蒿庹晏瓮逯宛郇扎商南";

    private static readonly string[] Double = ["欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "司徒", "夏侯", "令狐", "宇文", "长孙", "闻人", "独孤", "南宫", "轩辕", "端木", "呼延"];

    /// <summary>Words that look like a name of two to four characters and are none.</summary>
    private static readonly string[] Not =
    [
        "简历", "个人", "基本", "信息", "资料", "概况", "求职", "应聘", "职位", "公司", "工作", "经验", "教育", "技能", "证书", "评价", "联系", "电话", "手机", "邮箱", "地址", "男", "女", "本科", "硕士", "博士", "大专", "未婚", "已婚", "先生", "女士",
        "工程", "经理", "大学", "学院", "学校", "中国", "北京", "上海", "广州", "深圳", "编号", "更新", "日期", "打印", "导出", "分享", "发送", "下载", "标签", "姓名", "性别", "年龄", "出生", "学历", "专业", "软件", "开发", "设计", "销售", "管理", "目标", "意向", "方向", "候选", "猎头", "示例", "介绍", "智联", "招聘", "前程", "无忧", "英才", "封面", "题目", "引言", "附件", "匹配", "最近", "中文", "英文", "备注", "年月", "市场", "人事", "行政", "财务", "客户", "产品", "运营", "技术", "关键", "全职", "兼职", "面议", "即时", "实习", "城市", "居住", "户口", "户籍", "汉族", "党员", "团员", "群众", "现在", "目前", "高级", "主管", "助理", "文员", "会计", "自我", "语言", "英语", "街道", "省", "市", "应届", "毕业", "匹配", "关键", "全职", "兼职", "面议", "即时", "实习",
    ];

    /// <summary>The name at the start of a labelled value; the label vouches for it, so an unknown family name is fine.</summary>
    public static string? Start(string text)
    {
        var end = 0;
        var count = 0;
        while (end < text.Length && count < 5)
        {
            if (Words.IsChinese(text[end]) || text[end] == '·')
            {
                count++;
            }
            else if (!(text[end] == ' ' && count is 1 or 2 && end + 1 < text.Length && Words.IsChinese(text[end + 1]) && (end + 2 == text.Length || !Words.IsChinese(text[end + 2]))))
            {
                break;
            }

            end++;
        }

        return count is >= 2 and <= 4 ? text[..end] : null;
    }

    /// <summary>The most name-like word of a piece of text and how sure it is; null when there is none.</summary>
    public static (string? Name, double Sure) Find(string text)
    {
        var words = Joined(text.Replace("的简历", " ", StringComparison.Ordinal).Replace("个人简历", " ", StringComparison.Ordinal).Replace("简历", " ", StringComparison.Ordinal));
        foreach (var raw in words)
        {
            var word = raw.Length is 3 or 4 or 5 && raw[^1] is '男' or '女' && IsFamily(raw) ? raw[..^1] : raw;
            if (word.Length is >= 2 and <= 4 && word.All(Words.IsChinese) && !IsOther(word))
            {
                var known = IsFamily(word);
                var alone = words.Count == 1;
                if (known && word.Length <= 3 + (Array.Exists(Double, d => word.StartsWith(d, StringComparison.Ordinal)) ? 1 : 0))
                {
                    return (word, 5);
                }

                if (alone)
                {
                    return (word, 1);
                }
            }
        }

        return (null, 0);
    }

    public static string Tight(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private static bool IsFamily(string word) => Families.Contains(word[0], StringComparison.Ordinal) || Array.Exists(Double, d => word.StartsWith(d, StringComparison.Ordinal));

    private static bool IsOther(string word) => Array.Exists(Not, n => word.Contains(n, StringComparison.Ordinal)) || Headings.Of(word) is not null || Words.IsPlace(word) || (word.Length > 2 && Words.IsPlace(word[..2]));

    /// <summary>Words parted by white space; single characters in a row are one stretched word ("李 明").</summary>
    private static List<string> Joined(string text)
    {
        var words = new List<string>();
        var glue = false;
        foreach (var word in text.Split([' ', '\t', ',', '、'], StringSplitOptions.RemoveEmptyEntries))
        {
            var single = word.Length == 1 && Words.IsChinese(word[0]);
            if (single && glue && words[^1].Length < 3)
            {
                words[^1] += word;
            }
            else
            {
                words.Add(word);
            }

            glue = single || (glue && words[^1].Length == 1);
        }

        return words;
    }
}
