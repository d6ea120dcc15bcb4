using Bimer.Blazor.Live;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Bimer.Domain.Ports;

namespace Bimer.Blazor.Workspace.Registering;

/// <summary><em>Kaydet</em>, or <em>Kaydet ve Sevk Et</em>.</summary>
/// <param name="Intake">What is recorded; the form itself is on the server already. It is the identity of the command too.</param>
/// <param name="Version">Of the form that was on the screen.</param>
/// <param name="Forward">To the units the form names.</param>
public sealed record RegisterPetition(IntakeChannel Channel, Guid Intake, int Version, bool Forward);

/// <summary>How it ended.</summary>
public abstract record RegisterAnswer
{
    private RegisterAnswer()
    {
    }

    public sealed record Recorded(CaseNumber Number) : RegisterAnswer;

    /// <summary>Nothing was recorded; everything typed is still there.</summary>
    public sealed record Incomplete(IReadOnlyList<DeskFault> Faults) : RegisterAnswer;

    public sealed record Refused(Refusal Why) : RegisterAnswer;
}

/// <summary>An officer records what came by letter, fax, e-mail, telephone or in person (S12–S15).</summary>
public sealed class RegisterPetitionHandler(ICurrentActor currentActor, DeskRecorder recorder, DeskExamination examination, LiveFeed feed, TimeProvider clock)
{
    public async Task<RegisterAnswer> HandleAsync(RegisterPetition command, CancellationToken ct)
    {
        if (await currentActor.GetAsync(ct) is not { } actor) return new RegisterAnswer.Refused(new Refusal.SignedOut());
        // In this order: the second of two clicks may find the draft gone because the first has just recorded it.
        if (await recorder.FindAsync(actor, command, ct) is not { } intake)
            return await recorder.DoneAsync(actor, command.Intake, ct) is { } before ? new RegisterAnswer.Recorded(before) : new RegisterAnswer.Refused(new Refusal.DraftChanged(SavedAt: null));
        if (command.Forward && WhyNotSend(intake.Form) is { } missing) return new RegisterAnswer.Incomplete([missing]);

        var now = clock.GetUtcNow();
        var (faults, verdict) = await examination.OfAsync(intake, command.Forward, actor, now, ct);
        if (faults.Count > 0) return new RegisterAnswer.Incomplete(faults);
        var recorded = await recorder.RecordAsync(new DeskOrder(intake, actor, verdict, command.Forward), command, now, ct);
        // A mail that has become a case leaves its colleagues' queue; whichever of the officer's units it had come to.
        if (recorded.IsAccepted && command.Channel == IntakeChannel.Email) feed.Publish(actor.UnitsAs(OfficerRole.CaseOfficer).Select(LiveTopic.UnitMails));
        return recorded.Refusal is { } refusal ? new RegisterAnswer.Refused(refusal) : new RegisterAnswer.Recorded(recorded.Value);
    }

    // A note that stands beside no unit would go to nobody and be gone with the draft.
    private static DeskFault? WhyNotSend(DeskForm form) =>
        !string.IsNullOrWhiteSpace(form.SendNote) ? DeskFault.Missing(DeskFields.Recipient, "SendNoteForWhom")
        : form.Recipients.Count == 0 ? new DeskFault(DeskFields.Recipient, new Refusal.NoRecipients())
        : null;
}
