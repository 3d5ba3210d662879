using System.Text.Json.Nodes;

namespace TalentHub.Services.Privacy;

/// <summary>All that is kept about one person, as it is given to them.</summary>
/// <param name="PersonId">Their number.</param>
/// <param name="Language">In which we write to them.</param>
/// <param name="Tables">What is kept, by kind.</param>
/// <param name="Files">Their files, to be laid beside it.</param>
public sealed record PersonFile(long PersonId, string Language, DateTime At, IReadOnlyList<KeptTable> Tables, IReadOnlyList<KeptFile> Files);

/// <summary>The rows of one kind. A colleague is never named in them: <see cref="PersonExport.Colleague"/> stands in their place.</summary>
/// <param name="Name">The table, for machines.</param>
/// <param name="Title">What it is, in English; the key of its translation.</param>
/// <param name="Rows">Column by column; null where nothing is kept.</param>
public sealed record KeptTable(string Name, string Title, IReadOnlyList<KeptColumn> Columns, IReadOnlyList<IReadOnlyList<JsonNode?>> Rows);

/// <param name="Type">What the values are: an enumeration has words of its own.</param>
/// <param name="IsNumber">The number of a row: useful to machines only.</param>
public sealed record KeptColumn(string Name, Type Type, bool IsNumber);

/// <param name="Name">As it lies in the export: the number keeps two of the same name apart.</param>
/// <param name="StorageName">Where its bytes lie.</param>
public sealed record KeptFile(string Name, string StorageName);
