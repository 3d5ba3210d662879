namespace TalentHub.Services.Backups;

/// <summary>Why a set is not made, not read or not restored: a sentence for whoever runs the server.</summary>
public sealed class BackupRefusal(string sentence) : Exception(sentence)
{
    public static BackupRefusal Damaged(string how) => new($"This set is damaged: {how}. Nothing was restored; take another one.");
}
