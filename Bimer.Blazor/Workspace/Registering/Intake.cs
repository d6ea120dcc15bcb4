using System.Security.Cryptography;
using System.Text.Json;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Blazor.Workspace.Registering.Verifying;
using Bimer.Domain.Cases;

namespace Bimer.Blazor.Workspace.Registering;

/// <summary>What is being recorded at a desk, opened from its seal.</summary>
public sealed record Intake(Guid Id, IntakeChannel Channel, int Version, DateTimeOffset SavedAt, DeskForm Form);

/// <summary>What a recording opens, and what it leaves sealed.</summary>
public sealed record IntakeSeals(IntakeSeal Intakes, PendingSeal Pending, MailSiblings Mails);

/// <summary>Forms in and out of their seal.</summary>
public sealed class IntakeSeal(Sealer sealer)
{
    internal byte[] Seal(Guid id, DeskForm form)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(form, DeskFormJson.Default.DeskForm);
        var sealedBytes = sealer.Seal(SealPurpose.DeskIntake, plain, id.ToByteArray());
        CryptographicOperations.ZeroMemory(plain);
        return sealedBytes;
    }

    internal Intake Open(DeskIntake row)
    {
        var plain = sealer.Open(SealPurpose.DeskIntake, row.SealedForm, row.Id.ToByteArray());
        var form = JsonSerializer.Deserialize(plain, DeskFormJson.Default.DeskForm) ?? throw new BrokenSealException("A desk's form is empty.");
        CryptographicOperations.ZeroMemory(plain);
        return new Intake(row.Id, row.Channel, row.Version, row.SavedAt, form);
    }
}
