using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Privacy;

namespace TalentHub.Data;

public abstract partial class TalentHubDb
{
    private bool HandlesPrivacy => ViewerIsSystem || Viewer.May(Capability.HandlePrivacy);

    /// <summary>Requests and holds are for the privacy desk alone: who asked to be erased, or is held for a lawsuit, is nobody else's business.</summary>
    private void PrivacyVisibility(ModelBuilder builder)
    {
        builder.Entity<PrivacyRequest>().HasQueryFilter("Visible", _ => HandlesPrivacy);
        builder.Entity<LegalHold>().HasQueryFilter("Visible", _ => HandlesPrivacy);
    }
}
