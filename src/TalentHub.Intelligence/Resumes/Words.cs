using System.Text.RegularExpressions;

namespace TalentHub.Intelligence.Resumes;

/// <summary>Words that tell a job title, a company, a school, a degree or a place from each other.</summary>
internal static partial class Words
{
    [GeneratedRegex(@"\b(?:engineer|developer|programmer|architect|manager|director|president|vp|svp|evp|ceo|cto|cfo|coo|cio|cpo|chro|founder|co-founder|cofounder|officer|head|lead|leader|chief|analyst|scientist|researcher|consultant|specialist|administrator|admin|coordinator|assistant|associate|intern|trainee|apprentice|designer|technician|accountant|auditor|bookkeeper|controller|representative|rep|executive|supervisor|recruiter|advisor|adviser|strategist|planner|buyer|editor|writer|copywriter|journalist|translator|interpreter|teacher|lecturer|professor|tutor|instructor|trainer|coach|nurse|physician|doctor|pharmacist|therapist|attorney|lawyer|paralegal|counsel|secretary|receptionist|clerk|cashier|salesperson|salesman|seller|agent|broker|operator|mechanic|electrician|driver|chef|cook|waiter|waitress|bartender|barista|host|owner|partner|principal|fellow|employee|freelancer|freelance|contractor|volunteer|tester|sre|sdet|devops|webmaster|maintainer|creator|producer|artist|animator|photographer|librarian|staff|worker|merchandiser|underwriter|statistician|economist|evangelist|advocate|ambassador|generalist|hrbp|member|scrum master|job title|title|position|role|webdesigner|científic[oa]|maestr[oa]|médic[oa]|abogad[oa]|ingenier[oa]|desarrollador(?:a)?|programador(?:a)?|gerente|director(?:a)?|jef[ea]|analista|consultor(?:a)?|asistente|auxiliar|becari[oa]|técnic[oa]|diseñador(?:a)?|coordinador(?:a)?|responsable|profesor(?:a)?|investigador(?:a)?|encargad[oa]|vendedor(?:a)?|puesto|cargo|administrativ[oa]|comercial|contable)s?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex Title();

    [GeneratedRegex(@"工程师|经理|主管|总监|助理|专员|顾问|设计师|程序员|架构师|分析师|研究员|开发|实习生|负责人|总裁|主任|代表|会计|出纳|文员|秘书|教师|老师|讲师|教授|编辑|记者|翻译|组长|店长|厂长|科长|处长|部长|院长|校长|技术员|操作员|业务员|销售员|客服|前台|司机|护士|医生|律师|策划|运营|产品|测试员|管理员|维护|培训生|导购|跟单|采购|制片|摄影|美工|文案|创始人|合伙人|董事|职位|岗位|兼职|科学家|专家|班长|队长|干事|委员|书记|推广|人事|行政|架构|招聘|销售", RegexOptions.IgnoreCase, 1000)]
    public static partial Regex ChineseTitle();

    [GeneratedRegex(@"\b(?:inc|llc|llp|ltd|limited|gmbh|ag|corp|corporation|company|co|plc|s\.?a\.?|s\.?l\.?|b\.?v|pty|group|holdings?|technologies|technology|tech|systems|solutions|software|labs?|laborator(?:y|ies)|studios?|bank|university|universität|universidad|college|institute|institut|instituto|hospital|clinic|agency|partners|associates|consulting|consultancy|services|industries|international|enterprises?|foundation|ministry|department of|council|school|hotel|restaurant|store|stores|media|entertainment|networks?|ventures|capital|financial|insurance|logistics|airlines|motors|pharma(?:ceuticals)?|robotics|employer|empleador|empresa|grupo|ayuntamiento|banco|dental|healthcare|medical|engineering|management|magazine|press|museum|center|centre)\b\.?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex Company();

    [GeneratedRegex(@"公司|集团|大学|学院|银行|医院|研究所|研究院|事务所|工作室|中心|杂志社|出版社|报社|电视台|学校|中学|小学|酒店|商场|超市|厂$|局$|股份|有限|科技|传媒|控股|基金会|协会|委员会|实验室|证券|保险|期货|网络|软件|咨询|电子|技术$|企业|分行|支行|门店|专卖店", RegexOptions.None, 1000)]
    public static partial Regex ChineseCompany();

    [GeneratedRegex(@"universit|college|institut|school|academy|académ|polyt|hochschule|universidad|instituto|escuela|facult|école|\bMIT\b|\bETH\b|\bUC\s|\bUCLA\b|caltech|\bCMU\b|\bNYU\b|\bIIT\b|institución|大学|学院|学校|中学|党校|院校|研究院|高中$|技校|职高", RegexOptions.IgnoreCase, 1000)]
    public static partial Regex School();

    [GeneratedRegex(@"(?:事业|市场|销售|技术|研发|人事|行政|人力资源|财务|客服|运营|产品|开发|项目|工程|设计|质量|采购|生产|培训|业务|实施|测试|策划|网络|信息|企划|管理|服务|商务|法务|支持|综合|媒介|品牌|公关).{0,8}(?:部|部门|组|中心|处|科|室)$|^.{1,10}(?:事业部|部门|分部|部)$|^.{1,6}(?:组|科|处)$", RegexOptions.None, 1000)]
    public static partial Regex Department();

    /// <summary>Facts about an employer in Chinese forms that are neither its name nor a job.</summary>
    [GeneratedRegex(@"^(?:任职公司名称|公司名称|担任职位|职位名称|单位名称|起止时间|起止日期|起止年月|学校名称|工作单位|证明人|全职|兼职|保密|面议|毕业院校|毕业学校)$|^(?:所属行业|公司性质|公司规模|规模|行业|部门|所在部门|汇报|下属|工作地点|工作性质|工作描述|工作职责|主要职责|职责|月薪|薪资|离职|证明人|公司简介|公司描述|主要业绩|工作内容|工作业绩|海外|时间|工作时间|职位类别|职位级别)|^\d+\s*-?\s*\d*\s*人|[民国]营|外资|合资|私营|独资|元/月|^\[.*\]$|^\(?\d+-?\d*人", RegexOptions.None, 1000)]
    public static partial Regex FormNoise();

    [GeneratedRegex(@"^(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|BC|ON|QC|UK|USA?|U\.S\.A?\.?|NSW|VIC)(?:\s+\d{5})?$", RegexOptions.None, 1000)]
    public static partial Regex Region();

    private static readonly HashSet<string> Places = new(
        ("remote,hybrid,onsite,on-site,anywhere,city,ciudad,城市,usa,united states,united kingdom,uk,england,scotland,ireland,canada,mexico,méxico,brazil,argentina,chile,colombia,peru,perú,spain,españa,portugal,france,germany,deutschland,netherlands,belgium,switzerland,austria,italy,poland,ukraine,russia,sweden,norway,denmark,finland,turkey,türkiye,israel,egypt,india,china,japan,korea,south korea,taiwan,singapore,malaysia,thailand,vietnam,indonesia,philippines,australia,new zealand,south africa,nigeria,kenya,uae,"
        + "california,texas,washington,new york,florida,illinois,massachusetts,ontario,"
        + "new york city,nyc,san francisco,los angeles,seattle,boston,chicago,austin,houston,dallas,denver,atlanta,miami,philadelphia,portland,san diego,san jose,palo alto,mountain view,menlo park,cupertino,sunnyvale,redmond,toronto,vancouver,montreal,london,cambridge,oxford,manchester,edinburgh,dublin,paris,berlin,munich,münchen,hamburg,bremen,cologne,köln,frankfurt,zurich,zürich,geneva,vienna,amsterdam,brussels,madrid,barcelona,valencia,sevilla,lisbon,milan,rome,warsaw,prague,budapest,stockholm,oslo,copenhagen,helsinki,istanbul,tel aviv,dubai,mumbai,delhi,new delhi,bangalore,bengaluru,hyderabad,chennai,pune,beijing,shanghai,shenzhen,guangzhou,hangzhou,hong kong,taipei,tokyo,osaka,seoul,bangkok,jakarta,manila,sydney,melbourne,bogotá,bogota,lima,santiago,buenos aires,são paulo,sao paulo,mexico city,ciudad de méxico,"
        + "北京,上海,天津,重庆,广州,深圳,杭州,南京,苏州,成都,武汉,西安,长沙,郑州,青岛,大连,沈阳,厦门,福州,合肥,济南,宁波,无锡,佛山,东莞,珠海,昆明,哈尔滨,长春,石家庄,太原,南昌,南宁,贵阳,海口,兰州,香港,澳门,台北,中国,广东,江苏,浙江,山东,湖北,湖南,四川,福建,河南,河北,安徽,江西,陕西,辽宁,北京市,上海市,天津市,重庆市,广州市,深圳市,杭州市,南京市,成都市,武汉市").Split(','), StringComparer.OrdinalIgnoreCase);

    /// <summary>Words that make a company even beside a job's word; "Software" and "Systems" do not ("Ingeniero de Software").</summary>
    [GeneratedRegex(@"\b(?:inc|llc|llp|ltd|limited|gmbh|ag|corp|corporation|company|plc|s\.?a|s\.?l|group|bank|university|universität|universidad|college|institute|hospital|agency|foundation|ministry|council|school|association|associates|partners|holdings?|labs?|studios?)\b\.?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    public static partial Regex StrongCompany();

    public static bool IsPlace(string text) => Places.Contains(text.Trim()) || Region().IsMatch(text.Trim());

    /// <summary>A state or a country, the part of an address that stands behind the city.</summary>
    public static bool IsRegion(string text) => Region().IsMatch(text.Trim()) || Countries.Contains(text.Trim());

    private static readonly HashSet<string> Countries = new(
        "usa,united states,united kingdom,uk,england,scotland,ireland,canada,mexico,méxico,brazil,argentina,chile,colombia,peru,spain,españa,portugal,france,germany,deutschland,netherlands,belgium,switzerland,austria,italy,poland,ukraine,russia,sweden,norway,denmark,finland,turkey,türkiye,israel,egypt,india,china,japan,korea,south korea,taiwan,singapore,malaysia,thailand,vietnam,indonesia,philippines,australia,new zealand,south africa,nigeria,kenya,california,texas,washington,florida,illinois,massachusetts,ontario,city,ciudad".Split(','), StringComparer.OrdinalIgnoreCase);

    public static bool IsTitle(string text) => Title().IsMatch(text) || ChineseTitle().IsMatch(text);

    public static bool IsCompany(string text) => Company().IsMatch(text) || ChineseCompany().IsMatch(text);

    public static bool IsChinese(char character) => character is >= '\u3400' and <= '\u9fff';
}
