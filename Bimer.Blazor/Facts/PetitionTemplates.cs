using System.Text.Json;

namespace Bimer.Blazor.Facts;

/// <summary>A petition of the demo with slots in braces, and the answer a unit would give.</summary>
public sealed record PetitionTemplate(string Type, string Subject, string SubSubject, string Body, string? Answer = null);

/// <summary>A petition that is not processed, with the code of its reason.</summary>
public sealed record InadmissibleTemplate(string Reason, string Body);

/// <summary>Own petition texts and letters; no citizen ever wrote one of them.</summary>
/// <param name="Slots">The values a slot may take; slots that are not here are filled by whoever fills the text.</param>
/// <param name="Letters">Proposals for letters and messages to the citizen, by key.</param>
public sealed record PetitionTemplates(
    IReadOnlyDictionary<string, IReadOnlyList<string>> Slots,
    IReadOnlyList<PetitionTemplate> Templates,
    IReadOnlyList<InadmissibleTemplate> NotProcessed,
    IReadOnlyDictionary<string, string> Letters)
{
    private static readonly Lazy<PetitionTemplates> OfTheProduct = new(() => FactJson.Read<PetitionTemplates>("petition-templates.json"));

    /// <summary>The texts shipped with the product; read on first use.</summary>
    public static PetitionTemplates Shipped => OfTheProduct.Value;
}

/// <summary>Reads the data files that are JSON.</summary>
internal static class FactJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static T Read<T>(string file)
    {
        using var text = FactFiles.Open(file);
        try
        {
            return JsonSerializer.Deserialize<T>(text.ReadToEnd(), Options) ?? throw new FactFileException(file, 0, "the file is empty");
        }
        catch (JsonException error)
        {
            throw new FactFileException(file, (int)(error.LineNumber ?? -1) + 1, error.Message);
        }
    }
}
