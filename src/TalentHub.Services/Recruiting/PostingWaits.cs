using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Recruiting;

/// <summary>A posting in review waits for a reviewer; one that was referred back, for its author.</summary>
public sealed class PostingWaits : IWaits<Posting>
{
    private static readonly TimeSpan ReviewTime = TimeSpan.FromDays(2);

    public Task<IReadOnlyList<WorkItem>> WaitingAsync(Posting subject, TalentHubDb db, CancellationToken ct)
    {
        var title = subject.Title.In("en");
        var link = "/postings/" + subject.Number;
        IReadOnlyList<WorkItem> waiting = subject.State switch
        {
            PostingState.InReview =>
            [
                new WorkItem(
                    PostingFlow.Table.Name, subject.Id, WorkKind.Decide, null, Capability.ReviewPostings,
                    new Sentence("Review the posting {number}, {title}", ("number", subject.Number), ("title", title)), link, subject.StateSince, subject.StateSince + ReviewTime, 2),
            ],
            PostingState.ReferredBack =>
            [
                new WorkItem(
                    PostingFlow.Table.Name, subject.Id, WorkKind.Write, subject.AuthorId, null,
                    new Sentence("Mend the posting {number}, {title}", ("number", subject.Number), ("title", title)), link, subject.StateSince, subject.StateSince + ReviewTime),
            ],
            _ => [],
        };
        return Task.FromResult(waiting);
    }
}
