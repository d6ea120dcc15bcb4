using System.Globalization;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Domain.Time;
using Microsoft.Extensions.Localization;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>One line of a box as its reader reads it.</summary>
/// <param name="Who">Masked name; none while hidden, then the line says so.</param>
/// <param name="Meta">Number, kind, channel, day, sender and how long it has been on its way.</param>
public sealed record BoxLine(BoxMark Mark, string Number, string? Who, string Summary, string Meta, DeadlineView Deadline)
{
    public RoutingId Routing => Mark.Routing;
}

/// <summary>Writes the lines of a box in the reader's language.</summary>
public sealed class BoxLines(CaseWords words, WorkingCalendar calendar, NearDue near, UnitNames units, IStringLocalizer<InboxWords> text)
{
    private const string Between = " · ";

    public IEnumerable<BoxLine> Of(BoxPage page) => page.Rows.Select(row => Of(row, page.At));

    private BoxLine Of(BoxRow row, DateTimeOffset now) => new(
        row.Mark, row.Number.ToString(), row.MaskedName, row.Summary, string.Join(Between, MetaOf(row, IstanbulTime.LegalDay(now))), DeadlineOf(row, now));

    private DeadlineView DeadlineOf(BoxRow row, DateTimeOffset now) => row.ClosedAt is null
        ? words.Deadline(RemainingTime.Of(row.Basis, row.DueOn, row.DueEndsAt, calendar, near, now), row.DueOn)
        : words.Settled;

    private IEnumerable<string> MetaOf(BoxRow row, DateOnly today)
    {
        var filedOn = IstanbulTime.LegalDay(row.FiledAt);
        yield return words.Of(row.Kind);
        yield return words.Of(row.Channel);
        yield return filedOn.ToString("dd.MM.yyyy", CultureInfo.CurrentCulture);
        yield return row.From is { } unit ? text["From", units.Of(unit)] : text["FromCitizen"];
        if (row.Priority != Priority.Normal) yield return words.Of(row.Priority);
        if (row.Purpose == RoutingPurpose.Information) yield return words.Of(row.Purpose);
        if (row.ClosedAt is null) yield return words.Elapsed(calendar.WorkingDaysBetween(filedOn, today));
    }
}
