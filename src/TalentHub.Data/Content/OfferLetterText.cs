namespace TalentHub.Data.Content;

/// <summary>The words of the letter in one language. A letter is in the candidate's language, whatever the reader of the page uses.</summary>
public sealed record OfferLetterText(
    string Title, string Dear, string Pleased, string Position, string Department, string Place, string StartDate, string Expiry, string Pay, string Base, string Bonus,
    string SignOn, string AYear, string Once, string Equity, string Options, string RestrictedUnits, string Strike, string Cliff, string Vesting, string Month, string Day,
    string Vests, string Total, string Terms, string HowToAnswer, string Accepted, string Closing, string Version, string Units)
{
    public static readonly OfferLetterText En = new(
        Title: "Offer of employment", Dear: "Dear {0},",
        Pleased: "We are pleased to offer you the position below at {0}. This letter sets out what we promise.",
        Position: "Position", Department: "Department", Place: "Place of work", StartDate: "Start date", Expiry: "Please answer by",
        Pay: "Pay", Base: "Base pay", Bonus: "Target bonus", SignOn: "Sign-on bonus", AYear: "{0} a year", Once: "{0}, paid once with the first pay",
        Equity: "Equity", Options: "{0} options", RestrictedUnits: "{0} restricted units", Strike: "Strike price", Cliff: "Nothing vests in the first {0} months; then what has gathered vests at once.",
        Vesting: "Vesting, month by month", Month: "Month", Day: "Day", Vests: "Vests", Total: "Vested in all", Terms: "Further terms",
        HowToAnswer: "You can accept, decline or ask a question on the page whose address we sent you, until the end of {0} at the place of work.",
        Accepted: "Accepted by {0} on {1}.", Closing: "We look forward to working with you.", Version: "{0}, version {1}", Units: "Grant");

    public static readonly OfferLetterText Zh = new(
        Title: "录用函", Dear: "尊敬的{0}：",
        Pleased: "我们很高兴邀请您加入{0}，担任以下职位。本函列明我们的承诺。",
        Position: "职位", Department: "部门", Place: "工作地点", StartDate: "入职日期", Expiry: "请在此日期前答复",
        Pay: "薪酬", Base: "基本薪资", Bonus: "目标奖金", SignOn: "签约奖金", AYear: "每年 {0}", Once: "{0}，随首次工资一次性发放",
        Equity: "股权", Options: "{0} 份期权", RestrictedUnits: "{0} 份限制性股票单位", Strike: "行权价", Cliff: "前 {0} 个月为等待期，不归属；期满时一次归属已累计的部分。",
        Vesting: "逐月归属", Month: "第几个月", Day: "日期", Vests: "归属数量", Total: "累计归属", Terms: "其他条款",
        HowToAnswer: "您可以在我们发给您的专属页面上接受、婉拒或提问，截止到工作地点时间{0}当日结束。",
        Accepted: "{0} 已于{1}接受。", Closing: "期待与您共事。", Version: "{0}，第 {1} 版", Units: "授予数量");

    public static OfferLetterText In(string language) => language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Zh : En;
}
