using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Audit;
using Bimer.Blazor.Persistence.Files;
using Bimer.Domain.Applicants;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Time;
using Microsoft.EntityFrameworkCore;

namespace Bimer.Blazor.Workspace.Registering;

/// <summary>What stands between an intake and its case.</summary>
public sealed record Examined(IReadOnlyList<DeskFault> Faults, IdentityVerdict Verdict);

/// <summary>
/// Examines an intake before it is recorded: what is missing, whether the files can be opened by anybody, and in person who it is (S15).
/// The register is asked only when nothing else is missing, and not without end. An attempt in person that fails is recorded.
/// </summary>
public sealed class DeskExamination(IDbContextFactory<BimerDbContext> dbFactory, DeskCheck check, DeskTries tries, FileVault vault, DesertedUnits deserted)
{
    public async Task<Examined> OfAsync(Intake intake, bool isSent, Actor actor, DateTimeOffset now, CancellationToken ct)
    {
        List<DeskFault> faults = [.. check.Of(intake.Channel, intake.Form, actor, IstanbulTime.LegalDay(now)), .. await OfFilesAsync(intake, ct)];
        if (isSent) faults.AddRange(await OfRecipientsAsync(intake.Form, actor, ct));
        if (intake.Channel != IntakeChannel.InPerson) return new Examined(faults, IdentityVerdict.AsStated);
        var verdict = faults.Count == 0 ? await CheckAsync(intake.Form, actor, ct) : IdentityVerdict.Mismatch;
        var why = faults.Count > 0 ? "incomplete" : verdict.IsStopped ? "too-often" : "mismatch";
        if (verdict.Check is null && faults.Count == 0)
            faults.Add(DeskFault.Missing(DeskFields.IdOf(IntakeField.NationalId), verdict.IsStopped ? "IdentityTooOften" : "IdentityMismatch"));
        if (faults.Count > 0) await RecordAsync(intake, actor, why, faults, now, ct);
        return new Examined(faults, verdict);
    }

    private Task<IdentityVerdict> CheckAsync(DeskForm form, Actor actor, CancellationToken ct) => tries.CheckAsync(
        new DeskAsking(actor.UserId, DeskCheck.UnitOf(form, actor)!.Value), NationalId.Parse(form.NationalId).Value!,
        PersonName.Parse(form.GivenName, form.Surname).Value!, DeskCheck.LettersOf(form)!, ct);

    /// <summary>Nobody works there: said before it is sent, not found out when nobody answers.</summary>
    private async Task<IEnumerable<DeskFault>> OfRecipientsAsync(DeskForm form, Actor actor, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        List<UnitId> unsaid = [.. form.Recipients.Where(to => !to.IsMeant).Select(to => new UnitId(to.Unit))];
        var empty = await deserted.AmongAsync(db, unsaid, DeskCheck.UnitOf(form, actor), [.. form.Excluded.Select(unit => new UnitId(unit))], actor.On, ct);
        return empty.Select(unit => new DeskFault(DeskFields.Recipient, new Refusal.NobodyThere(unit.Key, unit.Value.Instead)));
    }

    /// <summary>Of an applicant who stays hidden a sound or a film must not be one that could be opened for nobody.</summary>
    private async Task<List<DeskFault>> OfFilesAsync(Intake intake, CancellationToken ct)
    {
        List<DeskFault> faults = [];
        if (!intake.Form.Hides) return faults;
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        foreach (var file in await DeskQuery.InOrder(db, intake.Id).AsNoTracking().ToListAsync(ct))
        {
            var type = AttachmentTypes.OfMediaType(file.ContentType);
            if (!await HiddenCopies.MayOpenAsync(type, await vault.OpenAsync(new StoredFileId(file.Id.Value), ct), ct))
                faults.Add(new DeskFault(DeskFields.Files, new Refusal.AttachmentTellsOfSender(type)));
        }

        return faults;
    }

    private async Task RecordAsync(Intake intake, Actor actor, string why, IEnumerable<DeskFault> faults, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = await dbFactory.CreateDbContextAsync(ct);
        db.Add(IntakeFacts.Refused(actor.UserId, DeskCheck.UnitOf(intake.Form, actor), intake.Channel, why, faults.Select(fault => fault.Field), now));
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
