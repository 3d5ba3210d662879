using TalentHub.Domain.Common;

namespace TalentHub.Data.Content;

/// <summary>What people of the sample company write beside a move, in their own language.</summary>
public static class SamplePhrases
{
    public static readonly Bilingual NotForeseen = new("The work was not foreseen when the plan was made.", "年初制定计划时尚未预见到这项工作。");
    public static readonly Bilingual TwoWeeks = new("The candidate asked for two weeks.", "候选人要求延后两周。");
    public static readonly Bilingual BetterThere = new("A closer match for this job.", "更适合这个职位。");
    public static readonly Bilingual Assessment = new(
        "Read the training log and name the three most likely faults, and how you would check each.", "请阅读附带的训练日志，指出三处最可能的问题，并说明如何验证。");

    public static readonly Bilingual Availability = new("Any weekday before noon, or after five.", "工作日上午，或下午五点以后都可以。");
    public static readonly Bilingual MoreOnDesign = new(
        "How much of the large system was their own work? One more talk on design, please.", "对大规模系统的经验仍不清楚，请再约一轮系统设计。");

    public static readonly Bilingual SeenInTheTalk = new("Seen in the talk.", "面试中有具体表现。");
    public static readonly Bilingual NeedIsGone = new("The need is gone.", "需求已不存在。");
    public static readonly Bilingual LaterStart = new("The candidate asked for a later start.", "候选人希望推迟入职。");
    public static readonly Bilingual Declines = new("I have taken another offer. Thank you for your time.", "已接受另一家公司的录用，感谢各位的时间。");
    public static readonly Bilingual SeatLostBudget = new("The seat lost its budget; counsel agrees.", "席位预算取消，法务已确认。");
    public static readonly Bilingual TookAnother = new("Took another offer.", "接受了其他公司的录用。");
    public static readonly Bilingual Clause = new("This offer stands if references and the right to work are in order.", "本录用以背景调查与合法工作资格核实无误为前提。");
    public static readonly Bilingual BudgetIsChecked = new("The budget is being checked.", "预算正在重新核对。");
    public static readonly Bilingual NobodyFitted = new("Nobody fitted in four months; the work is shared out.", "四个月未找到合适人选，工作已分摊。");
    public static readonly Bilingual NotDelivered = new("The machine has not been delivered.", "设备尚未到货。");
    public static readonly Bilingual MoreTime = new("More time to see the work on the new system.", "需要更多时间观察其在新系统上的工作。");
    public static readonly Bilingual SeenOriginal = new("I have seen the original.", "已查看原件。");
    public static readonly Bilingual DidNotFit = new("The work did not fit.", "工作不合适。");
    public static readonly Bilingual GoodWork = new("Good work from the first week.", "从第一周起表现优秀。");
    public static readonly Bilingual Studies = new("Went to study again.", "继续深造。");
    public static readonly Bilingual Relative = new("A relative", "家人");
    public static readonly Bilingual TeamSize = new("Please say how large the team is.", "请写清团队有多大。");
    public static readonly Bilingual PeopleWhoMove = new("Please say what we do for people who move.", "请写明我们为搬家的人提供什么。");
    public static readonly Bilingual Rockstar = new("“Rockstar” puts people off.", "“大神”这样的词会让人却步。");
    public static readonly Bilingual TwoPlaces = new("They work at two different places.", "两人在不同的地方工作。");
    public static readonly Bilingual Siblings = new("Siblings with one phone.", "兄弟姐妹共用一个电话。");
}
