using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bimer.Blazor.Persistence.Vault;

namespace Bimer.Blazor.Persistence.Intake;

/// <summary>
/// What lies open at a desk and must forget who applies: its applicant was hidden in another case of the same mail while somebody typed. The form is a
/// room's own record; here only the names of its fields are known, and a test compares them with the record.
/// </summary>
public sealed class OpenForms(Sealer sealer)
{
    /// <summary>Every field of a form that says who applies or how they are reached.</summary>
    internal static readonly IReadOnlyList<string> OfApplicant =
    [
        "NationalId", "FirstLetter", "LastLetter", "GivenName", "Surname", "Phone", "Email", "Address", "Education", "Plate", "District",
        "EntityTitle", "EntityTaxId", "EntityAddress", "EntityEmail",
    ];

    /// <summary>The words, the topics and what else was decided stay. A window that shows the form is told that it changed.</summary>
    internal void ForgetApplicant(DeskIntake desk)
    {
        var plain = sealer.Open(SealPurpose.DeskIntake, desk.SealedForm, desk.Id.ToByteArray());
        var form = JsonNode.Parse(plain)?.AsObject() ?? throw new BrokenSealException("A desk's form is empty.");
        CryptographicOperations.ZeroMemory(plain);
        foreach (var field in OfApplicant) form[field] = "";
        var without = JsonSerializer.SerializeToUtf8Bytes(form);
        desk.SealedForm = sealer.Seal(SealPurpose.DeskIntake, without, desk.Id.ToByteArray());
        desk.Version++;
        CryptographicOperations.ZeroMemory(without);
    }
}
