using Bimer.Blazor.Persistence;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Workspace.Describing;

/// <param name="Routing">The part its holder corrects it from.</param>
public sealed record CorrectRecord(CommandId Id, RoutingId Routing, RecordCorrection Wanted);

/// <summary>The holder, in the unit that recorded it, puts a slip of the recording right (Kayıt Düzelt).</summary>
public sealed class CorrectRecordHandler(CaseWork work, WorkingCalendar calendar, PlaceDirectory places)
{
    public Task<Outcome> HandleAsync(CorrectRecord command, CancellationToken ct) =>
        work.ChangeAsync(command.Id, command.Routing.CaseId, (caseFile, acting) => DoAsync(command, caseFile, acting, ct), ct);

    /// <inheritdoc cref="CaseWork.TryAsync(CaseId, Func{CaseFile, Acting, Outcome}, CancellationToken)"/>
    public Task<Outcome<bool>> TryAsync(CorrectRecord command, CancellationToken ct) =>
        work.TryAsync(command.Routing.CaseId, (caseFile, acting) => DoAsync(command, caseFile, acting, ct), ct);

    private async ValueTask<Outcome> DoAsync(CorrectRecord command, CaseFile caseFile, Acting acting, CancellationToken ct)
    {
        if (command.Wanted.To.Place is { } place && places.Find(place.Plate, place.District) is null) return new Refusal.NotOnTheList();
        await acting.Db.Entry(caseFile).Collection(c => c.Answers).LoadAsync(ct);
        return caseFile.CorrectRecord(command.Routing, command.Wanted, calendar, acting.Actor, acting.Now);
    }
}
