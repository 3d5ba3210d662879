using TalentHub.Data;
using TalentHub.Domain.Access;
using TalentHub.Domain.Common;
using TalentHub.Domain.Recruiting;
using TalentHub.Domain.Workflows;
using TalentHub.Services.Reactions;

namespace TalentHub.Services.Recruiting;

/// <summary>A posting in review waits for a reviewer; one that is a draft, was referred back or pauses, for its author.</summary>
public sealed class PostingWaits : IWaits<Posting>
{
    public Task<IReadOnlyList<WorkItem>> WaitingAsync(Posting subject, TalentHubDb db, CancellationToken ct)
    {
        IReadOnlyList<WorkItem> waiting = subject.State switch
        {
            PostingState.Draft => [Item(WorkKind.Write, subject.AuthorId, null, "Finish the posting {number}, {title}")],
            PostingState.InReview => [Item(WorkKind.Decide, null, Capability.ReviewPostings, "Review the posting {number}, {title}", 2)],
            PostingState.ReferredBack => [Item(WorkKind.Write, subject.AuthorId, null, "Mend the posting {number}, {title}")],

            // What a hold of the request paused comes back by itself.
            PostingState.Paused => subject.PausedByHold ? [] : [Item(WorkKind.Decide, subject.AuthorId, null, "Resume or close the posting {number}, {title}")],
            PostingState.Scheduled or PostingState.Live or PostingState.Closed => [],
        };
        return Task.FromResult(waiting);

        WorkItem Item(WorkKind kind, long? person, Capability? queue, string template, int weight = 1) => new(
            PostingFlow.Table.Name, subject.Id, kind, person, queue, new Sentence(template, ("number", subject.Number), ("title", subject.Title)),
            "/postings/" + subject.Number, subject.StateSince, PostingFlow.Table.DueAt(subject.State, subject.StateSince), weight);
    }
}
