using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Careers;
using TalentHub.Domain.Common;
using TalentHub.Domain.Demand;
using TalentHub.Domain.Recruiting;
using QuestionType = TalentHub.Domain.Recruiting.QuestionType;

namespace TalentHub.Services.Recruiting;

/// <summary>Begins a posting from what is known already: the request's title, the family's text and questions, the pay of the level at the job's place.</summary>
public sealed class DraftPosting(TalentHubDb db, Notices notices, TimeProvider clock) : IService
{
    /// <summary>How long a posting runs unless someone says otherwise.</summary>
    public const int UsualDays = 45;

    /// <summary>Adds a draft to the context; the caller's save writes it.</summary>
    public async Task<Posting> DraftAsync(Requisition requisition, PostingKind kind, Actor by, CancellationToken ct)
    {
        Require.That(requisition.State is RequisitionState.Approved or RequisitionState.Open, "A posting is written for a request that is approved or open.");
        var family = await db.RoleFamilies.AsNoTracking().SingleOrDefaultAsync(f => f.Code == requisition.RoleFamilyCode, ct);
        var location = await db.Locations.AsNoTracking().SingleAsync(l => l.Id == requisition.LocationId, ct);
        var posting = new Posting(by, clock.UtcNow(), requisition.Id, kind, requisition.Title);
        posting.Runs(by, null, clock.TodayIn(location.Zone).AddDays(UsualDays));
        if (family is not null)
        {
            posting.Write(by, requisition.Title, TextOf(family.Posting, requisition.Title));
            posting.Ask(by, family.Questions.Select(QuestionOf));
            if (family.Level(requisition.LevelCode)?.Pay(location.Currency) is { } pay)
            {
                posting.Pay(by, new Money(pay.Minimum, pay.Currency), new Money(pay.Maximum, pay.Currency), null);
            }
        }

        db.Postings.Add(posting);
        await NoticeAsync(by, ct);
        return posting;
    }

    /// <summary>Nobody can apply without a privacy notice: with the first posting the shipped one is published, if there is none, naming an address of HR for questions.</summary>
    private async Task NoticeAsync(Actor by, CancellationToken ct)
    {
        using var reading = db.ReadingAsSystem();
        var company = await db.Companies.AsNoTracking().OrderBy(c => c.Id).Select(c => c.Name).FirstOrDefaultAsync(ct);
        var contact = await (
            from g in db.RoleGrants
            join p in db.People on g.PersonId equals p.Id
            where (g.Role == Role.HR || g.Role == Role.Admin) && p.Email != null
            orderby g.Role == Role.HR descending, g.Id
            select p.Email).FirstOrDefaultAsync(ct)
            ?? await db.People.Where(p => p.Id == by.PersonId).Select(p => p.Email).SingleOrDefaultAsync(ct);
        if (company is not null && contact is not null)
        {
            await notices.PublishShippedAsync(company, contact, by.PersonId, ct);
        }
    }

    /// <summary>Only the languages in which the request has a title.</summary>
    internal static PostingText TextOf(FamilyPosting text, Bilingual title) => new(
        title.En.Length == 0 ? PostingWords.None : new PostingWords(text.About.En, Lines(text.Doing, t => t.En), Lines(text.Bringing, t => t.En), Lines(text.Offering, t => t.En)),
        title.Zh.Length == 0 ? PostingWords.None : new PostingWords(text.About.Zh, Lines(text.Doing, t => t.Zh), Lines(text.Bringing, t => t.Zh), Lines(text.Offering, t => t.Zh)));

    private static string Lines(List<Bilingual> points, Func<Bilingual, string> language) => string.Join('\n', points.Select(language).Where(line => line.Length > 0));

    internal static PostingQuestion QuestionOf(FamilyQuestion question) => new(
        question.Code,
        question.Type switch
        {
            Domain.Careers.QuestionType.Text => QuestionType.LongText,
            Domain.Careers.QuestionType.YesNo => QuestionType.YesNo,
            Domain.Careers.QuestionType.Choice => QuestionType.Choice,
            Domain.Careers.QuestionType.Number => QuestionType.Number,
        },
        question.Required, question.Prompt, question.Options, question.KnockOutAnswers);
}
