using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bimer.Blazor.Persistence.Intake;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Domain.Kernel;

namespace Bimer.Blazor.Workspace.Registering.Verifying;

/// <summary>What was said at the desk and is still to be compared. <see cref="ToString"/> tells nothing, so no log can.</summary>
public sealed record PendingIdentity(string NationalId, string GivenName, string Surname, string FirstLetter, string LastLetter)
{
    public override string ToString() => nameof(PendingIdentity);
}

[JsonSerializable(typeof(PendingIdentity))]
internal sealed partial class PendingIdentityJson : JsonSerializerContext;

/// <summary>Identities that wait, in and out of their seal.</summary>
public sealed class PendingSeal(Sealer sealer)
{
    /// <summary>The register was just asked: not again at once.</summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(2);

    internal PendingVerification Of(DeskOrder order, CaseId id, DateTimeOffset now)
    {
        var form = order.Intake.Form;
        var plain = JsonSerializer.SerializeToUtf8Bytes(
            new PendingIdentity(form.NationalId.Trim(), form.GivenName, form.Surname, form.FirstLetter, form.LastLetter), PendingIdentityJson.Default.PendingIdentity);
        var sealedBytes = sealer.Seal(SealPurpose.PendingVerification, plain, BoundTo(id));
        CryptographicOperations.ZeroMemory(plain);
        return new PendingVerification { CaseId = id, Officer = order.Actor.UserId, Unit = DeskCheck.UnitOf(form, order.Actor)!.Value, Sealed = sealedBytes, NextAt = now + FirstPause };
    }

    internal PendingIdentity Open(PendingVerification row)
    {
        var plain = sealer.Open(SealPurpose.PendingVerification, row.Sealed, BoundTo(row.CaseId));
        var identity = JsonSerializer.Deserialize(plain, PendingIdentityJson.Default.PendingIdentity);
        CryptographicOperations.ZeroMemory(plain);
        return identity ?? throw new BrokenSealException("A waiting identity is empty.");
    }

    private static byte[] BoundTo(CaseId id)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, id.Value);
        return bytes;
    }
}
