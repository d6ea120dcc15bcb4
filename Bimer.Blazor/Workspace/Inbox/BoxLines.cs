using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Bimer.Blazor.Shell;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;
using Microsoft.Extensions.Caching.Memory;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>
/// Writes the lines of a box in the reader's language. A line that says the same as one written before is that one: a thousand screens
/// over one box would otherwise write and keep fifty thousand. Everything the words depend on is in the key, so nobody is handed a line
/// they could not have had written for themselves.
/// </summary>
public sealed class BoxLines(LineWriter writer, UnitNames units, WorkingCalendar calendar, NearDue near) : IDisposable
{
    private const int MostKept = 5_000;
    private static readonly MemoryCacheEntryOptions _kept = new() { Size = 1, SlidingExpiration = TimeSpan.FromMinutes(5) };

    private readonly MemoryCache _lines = new(new MemoryCacheOptions { SizeLimit = MostKept });

    // A page that was read once for many is written once for many; it goes when the last of them lets go of it.
    private readonly ConditionalWeakTable<BoxPage, ConcurrentDictionary<(Box, CultureInfo, BoxTable), WrittenPage>> _pages = [];

    /// <param name="table">The columns of the reader; none for lines.</param>
    public WrittenPage Of(Box box, BoxPage page, BoxTable table = default) =>
        _pages.GetOrCreateValue(page).GetOrAdd((box, CultureInfo.CurrentUICulture, table), (asked, read) => Write(asked.Item1, read, asked.Item2, asked.Item3), page);

    public void Dispose() => _lines.Dispose();

    private WrittenPage Write(Box box, BoxPage page, CultureInfo language, BoxTable table)
    {
        var lines = page.Rows.Select(row => LineOf(box, row, page.At, language, table)).ToList();
        return new WrittenPage(page, lines, lines.ToDictionary(l => l.Routing));
    }

    private BoxLine LineOf(Box box, BoxRow row, DateTimeOffset now, CultureInfo language, BoxTable table)
    {
        var place = (row.Lies?.At ?? row.Onward?.To ?? row.From) is { } unit ? units.Of(unit) : null;
        var said = new Said(box, row, place, RemainingOf(row, now), row.ClosedAt is null ? ElapsedOf(row, now) : null, language)
        {
            Wanted = row is { WantedBy: { } wanted, ClosedAt: null } ? new WantedTime(wanted, IstanbulTime.LegalDay(now)) : null,
            Table = table, IsReminded = row.Hold?.RemindOn <= IstanbulTime.LegalDay(now),
            RestingDays = row.Lies is { } lies ? IstanbulTime.LegalDay(now).DayNumber - IstanbulTime.LegalDay(lies.Since).DayNumber : 0,
        };
        if (row.Moved is { } m) said = said with { Moved = new MovementNames(m.Who, NameOf(m.From), NameOf(m.To), m.Purpose, m.Priority) };
        return _lines.TryGetValue(said, out BoxLine? line) ? line! : _lines.Set(said, writer.Write(said), _kept);
    }

    private string? NameOf(UnitId? unit) => unit is { } id ? units.Of(id) : null;

    private RemainingTime? RemainingOf(BoxRow row, DateTimeOffset now) =>
        row.ClosedAt is null ? RemainingTime.Of(row.Time, calendar, near, now) : null;

    private int ElapsedOf(BoxRow row, DateTimeOffset now) =>
        calendar.WorkingDaysBetween(row.ReceivedOn, IstanbulTime.LegalDay(now));
}

/// <summary>All that a line says.</summary>
/// <param name="Unit">Where it lies or went, or else the unit it came from, as it is called now; none when the citizen sent it.</param>
/// <param name="Remaining">None once the case is closed.</param>
/// <param name="Elapsed">Working days since it was filed; none once it is closed.</param>
public sealed record Said(Box Box, BoxRow Row, string? Unit, RemainingTime? Remaining, int? Elapsed, CultureInfo Language)
{
    /// <summary>The columns it is told in; none for a line.</summary>
    public BoxTable Table { get; init; }

    /// <summary>Who and where the last movement names, as they are called now; told where the case is followed.</summary>
    public MovementNames? Moved { get; init; }

    /// <summary>Days in Istanbul since it came to where it lies, or into the hands it is in.</summary>
    public int RestingDays { get; init; }

    /// <summary>How the day the sender asked for stands (iç süre); none where none was, and once the case is closed.</summary>
    public WantedTime? Wanted { get; init; }

    /// <summary>The day of the holder's reminder has come.</summary>
    public bool IsReminded { get; init; }
}
