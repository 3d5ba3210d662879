using Microsoft.EntityFrameworkCore;
using TalentHub.Domain.Access;
using TalentHub.Domain.Documents;
using TalentHub.Domain.Recruiting;

namespace TalentHub.Data;

public abstract partial class TalentHubDb
{
    public DbSet<Posting> Postings => Set<Posting>();

    public DbSet<SourceLink> SourceLinks => Set<SourceLink>();

    public DbSet<NoticeVersion> Notices => Set<NoticeVersion>();

    public DbSet<Consent> Consents => Set<Consent>();

    public DbSet<StoredFile> Files => Set<StoredFile>();

    public DbSet<SignedLink> SignedLinks => Set<SignedLink>();
}
