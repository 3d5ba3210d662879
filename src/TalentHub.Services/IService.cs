namespace TalentHub.Services;

/// <summary>Marks a class of this assembly that is made once per scope and asked for by its own name.</summary>
public interface IService;
