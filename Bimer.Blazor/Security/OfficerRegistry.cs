using System.Buffers.Binary;
using System.Text;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Accounts;
using Bimer.Blazor.Persistence.Vault;
using Bimer.Blazor.Security.Passwords;
using Bimer.Domain.Applicants;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Security;

/// <summary>A person who is to work here, with what signs them in.</summary>
/// <param name="PasswordHash">Made by <see cref="PasswordHasher.HashAsync"/>; none until the person sets a password.</param>
public sealed record Enrolment(Officer Officer, NationalId NationalId, MobileNumber Phone, string? PasswordHash);

/// <summary>Takes officers in: what colleagues see in the open, number and phone sealed, the number findable by a keyed hash alone.</summary>
public sealed class OfficerRegistry(IDbContextFactory<BimerDbContext> dbFactory, Sealer sealer, LookupHash lookup, PasswordHasher passwords)
{
    /// <summary>One officer; roles are given apart.</summary>
    public async Task EnrolAsync(Officer officer, NationalId nationalId, MobileNumber phone, string? password, CancellationToken ct)
    {
        var hash = password is null ? null : await passwords.HashAsync(password, ct);
        await EnrolAsync([new Enrolment(officer, nationalId, phone, hash)], ct);
    }

    /// <summary>All of them or none.</summary>
    public async Task EnrolAsync(IEnumerable<Enrolment> enrolments, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        foreach (var enrolment in enrolments)
        {
            db.Add(enrolment.Officer);
            db.Add(AccountOf(enrolment));
        }

        await db.SaveChangesAsync(ct);
    }

    private OfficerAccount AccountOf(Enrolment enrolment)
    {
        var number = enrolment.NationalId.Reveal();
        var owner = KeyOf(enrolment.Officer.Id);
        return new OfficerAccount
        {
            Officer = enrolment.Officer.Id,
            NationalIdHash = lookup.Of(LookupPurpose.NationalId, number),
            SealedNationalId = sealer.Seal(SealPurpose.OfficerNationalId, Encoding.ASCII.GetBytes(number), owner),
            SealedPhone = sealer.Seal(SealPurpose.OfficerPhone, Encoding.ASCII.GetBytes(enrolment.Phone.Reveal()), owner),
            PasswordHash = enrolment.PasswordHash,
        };
    }

    private static byte[] KeyOf(UserId officer)
    {
        var key = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(key, officer.Value);
        return key;
    }
}
