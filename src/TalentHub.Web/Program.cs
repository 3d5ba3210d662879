using TalentHub.Web.Commands;

return await Verbs.RunAsync(args);

/// <summary>The web program; its verbs are in Commands.</summary>
public sealed partial class Program;
