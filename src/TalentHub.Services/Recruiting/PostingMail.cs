using Microsoft.EntityFrameworkCore;
using TalentHub.Data;
using TalentHub.Domain.Recruiting;
using TalentHub.Services.Notifications;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Recruiting;

/// <summary>Whoever wrote a posting is told when a colleague closes it; the mail waits for a while, and is recalled when the closing is undone.</summary>
public sealed class PostingMail(Mailer mailer, PublicAddress address) : IReaction<PostingClosed>, IReaction<PostingRestored>
{
    private const string Ended = "ended-by-colleague";

    private static readonly TimeSpan RecallDelay = TimeSpan.FromMinutes(30);

    /// <summary>What closes by its date or with its request is no colleague's doing.</summary>
    public async Task ReactAsync(PostingClosed happened, TalentHubDb db, CancellationToken ct)
    {
        var posting = happened.Posting;
        if (happened.By.IsSystem || happened.By.PersonId == posting.AuthorId)
        {
            return;
        }

        var people = await db.People.AsNoTracking().Where(p => p.Id == posting.AuthorId || p.Id == happened.By.PersonId)
            .Select(p => new { p.Id, p.Name, p.Email, p.Language }).ToDictionaryAsync(p => p.Id, ct);
        if (people.GetValueOrDefault(posting.AuthorId) is not { Email: { } email } author)
        {
            return;
        }

        mailer.Queue(new MailOrder(Ended, email, author.Language, author.Id, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["recipientName"] = author.Name.CalledIn(author.Language),
            ["actorName"] = people.GetValueOrDefault(happened.By.PersonId)?.Name.In(author.Language) ?? "TalentHub",
            ["subjectName"] = posting.Number + " " + posting.Title.In(author.Language),
            ["detailsLink"] = address.Of("/postings/" + posting.Number),
        }) { Machine = PostingFlow.Table.Name, SubjectId = posting.Id, Delay = RecallDelay });
    }

    public Task ReactAsync(PostingRestored happened, TalentHubDb db, CancellationToken ct) => db.RecallAsync(PostingFlow.Table.Name, happened.Posting.Id, Ended, ct);
}
