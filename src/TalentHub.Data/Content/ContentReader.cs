using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TalentHub.Data.Content;

/// <summary>Reads the embedded files strictly: an unknown or missing property is a mistake in the file and says which file.</summary>
internal static class ContentReader
{
    private static readonly Assembly Here = typeof(ContentReader).Assembly;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static T Json<T>(string name)
    {
        using var stream = Open(name);
        try
        {
            return JsonSerializer.Deserialize<T>(stream, Strict) ?? throw new InvalidDataException($"{name} is empty.");
        }
        catch (JsonException mistake)
        {
            throw new InvalidDataException($"{name}: {mistake.Message}", mistake);
        }
    }

    public static IReadOnlyList<string> Lines(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static Stream Open(string name) =>
        Here.GetManifestResourceStream("content/" + name) ?? throw new InvalidDataException($"The content file {name} is not embedded.");
}
