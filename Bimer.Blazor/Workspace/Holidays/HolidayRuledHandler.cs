using Bimer.Blazor.Live;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Holidays;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;

namespace Bimer.Blazor.Workspace.Holidays;

/// <summary>A day becomes a holiday, another kind of holiday, or none.</summary>
public sealed record RuleHoliday(CommandId Id, DateOnly Day, HolidayKind? Kind, string Name, string Article);

/// <summary>Writes the decision down and lets the calendar follow at once; the open cases follow in the background.</summary>
public sealed class HolidayRuledHandler(HolidayRights rights, HolidayBook book, HolidayShelf shelf, LiveFeed feed, TimeProvider clock)
{
    public async Task<Outcome> HandleAsync(RuleHoliday command, CancellationToken ct)
    {
        if (await rights.ActorAsync(ct) is not { } actor) return new Refusal.SignedOut();
        if (!rights.MayRule(actor)) return new Refusal.NotYoursToRuleHolidays();
        var (now, stamp) = (clock.GetUtcNow(), CommandStamp.Of(command.Id, actor.UserId));
        if (await shelf.WasDoneAsync(stamp, ct)) return Outcome.Accepted;
        var table = book.Calendar.Holidays;
        var asked = HolidayRuling.Of(command.Day, command.Kind, command.Name, command.Article, table, IstanbulTime.LegalDay(now));
        if (asked.Value is not { } ruling) return asked.Refusal!;
        var outcome = await shelf.AddAsync(ruling, NamesOf(table, ruling.Day), actor, stamp, now, ct);
        if (!outcome.IsAccepted) return outcome;

        await book.ReloadAsync(ct);
        feed.Publish([LiveTopic.Holidays, LiveTopic.HolidayProgress]);
        return Outcome.Accepted;
    }

    internal static string NamesOf(HolidayTable table, DateOnly day) => string.Join(", ", table.AllOn(day).Select(h => h.Name));
}
