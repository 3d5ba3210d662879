using TalentHub.Domain.Access;

namespace TalentHub.Services.Access;

/// <summary>Gives a person of ours an account of their own: makes it without a password and queues the mail with the one-time link. The caller's save writes both.</summary>
public interface IInvitePeople
{
    Task InviteAsync(long personId, Actor by, CancellationToken ct);
}
