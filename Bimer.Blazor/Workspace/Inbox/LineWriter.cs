using System.Globalization;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Html;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Cases;
using Bimer.Domain.Time;
using Microsoft.Extensions.Localization;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>Puts one line of a box into words and markup.</summary>
public sealed class LineWriter(CaseWords words, IStringLocalizer<InboxWords> text)
{
    private const string Between = " · ";
    private const int Small = 13;

    private readonly CellWriter _cells = new(words, text);

    internal BoxLine Write(Said said)
    {
        var (row, number) = (said.Row, said.Row.Number.ToString());
        var who = row.MaskedName is { } name ? Markup.Of($"{name}") : Markup.Of($"""<span class="tag sealed">{Icons.Draw("lock", Small)}{words.Hidden}</span>""");
        var onward = IsPlain(said) ? default : Markup.Of($"{OnwardOf(said)}{Between}");
        var rest = Markup.Of($"""{SummaryOf(row)}<span class="row-meta">{FlagsOf(said)}{onward}<span class="num">{number}</span>{Between}{string.Join(Between, MetaOf(said))}</span>""");
        var unread = said.Box.IsUnread ? Markup.Of($"""<span class="sr">{text["Unread"].Value}</span>""") : default;
        var gone = Markup.Of($"""<span class="tag plain">{text["GoneBadge"].Value}</span>""");
        return new BoxLine(row.Mark, number, said.Box.AddressOf(number), Look(unread, DeadlineOf(said)), Look(default, gone));

        Markup Look(Markup dot, Markup badge)
        {
            var line = Markup.Of($"""<span class="row-who">{who}</span>{badge}{rest}""");
            return said.Table.IsNone
                ? Markup.Of($"""<span class="row-dot">{dot}</span>{line}""")
                : Markup.Of($"""<span class="row-dot">{dot}</span><span class="as-line">{line}</span><span class="as-row">{_cells.Write(said, who, badge, OnwardOf(said))}</span>""");
        }
    }

    // A box of nothing but envelopes says so once, by what it is; among others each says it.
    private Markup SummaryOf(BoxRow row) => row switch
    {
        { Summary.Length: > 0 } => Markup.Of($"""<span class="row-sub">{row.Summary}</span>"""),
        { Lies: null, Moved: null } => default,
        _ => Markup.Of($"""<span class="row-sub muted">{text["SealedSummary"].Value}</span>"""),
    };

    private Markup DeadlineOf(Said said)
    {
        var deadline = said.Remaining is { } remaining ? words.Deadline(remaining, said.Row.DueOn) : words.Settled;
        if (said is { Row.Purpose: RoutingPurpose.Information, Remaining: not null }) deadline = deadline with { Tone = Tone.Calm };   // the clock of others
        var icon = deadline.Tone switch { Tone.Late => "alarm", Tone.Near => "flag", Tone.Plain => "check", _ => "clock" };
        return Markup.Of($"""<span class="tag {deadline.Tone.Css()}" title="{deadline.Detail}">{Icons.Draw(icon, Small)}{deadline.Words}</span>""");
    }

    // First in the line, so that a narrow list never cuts it off.
    private Markup FlagsOf(Said said)
    {
        var row = said.Row;
        var urgent = row.Priority == Priority.Normal ? default : Markup.Of($"""<b class="row-flag near">{Icons.Draw("flag", Small)}{words.Of(row.Priority)}</b>{Between}""");
        var information = row.Purpose == RoutingPurpose.Information ? Markup.Of($"""<b class="row-flag info">{words.Of(row.Purpose)}</b>{Between}""") : default;
        var tip = row.Kind == CaseKind.TipOff ? Markup.Of($"""<b class="row-flag">{Icons.Draw("shield", Small)}{words.Of(row.Kind)}</b>{Between}""") : default;
        var wanted = said.Wanted is { } day && words.Wanted(day) is var asked
            ? Markup.Of($"""<b class="row-flag {FlagOf(asked.Tone)}" title="{asked.Detail}">{Icons.Draw("hourglass", Small)}{asked.Words}</b>{Between}""") : default;
        return Markup.Of($"{urgent}{wanted}{information}{tip}");
    }

    /// <summary>A day far away is told like any fact.</summary>
    internal static string FlagOf(Tone tone) => tone == Tone.Calm ? "" : tone.Css();

    /// <summary>Nothing happened to it that its reader looks for first.</summary>
    private static bool IsPlain(Said said) => said.Box != Box.Returned && said.Row is { Onward: null, Moved: null, Hold: null, Lies: null };

    private Markup HoldOf(BoxHold hold, bool isReminded)
    {
        var reminder = isReminded ? Markup.Of($"""<b class="row-flag near">{Icons.Draw("alarm", Small)}{text["Remind"].Value}</b>{Between}""") : default;
        return Markup.Of($"""{reminder}<b class="row-flag">{Icons.Draw("pause", Small)}{text["HeldUntil", Moments.Day(hold.ExpectedOn)].Value}</b>""");
    }

    /// <summary>Where, then with whom and for how long: the eye runs down the units.</summary>
    private Markup LyingOf(BoxLies lies, string unit, int days)
    {
        var whose = lies.Holder is { } holder ? Markup.Of($"""{Icons.Draw("user", Small)}{holder}""")
            : lies.Onlooker is { } onlooker ? Markup.Of($"""{Icons.Draw("search", Small)}{text["LookedInto", onlooker].Value}""")
            : Markup.Of($"""{Icons.Draw("mail", Small)}{text["NotRead"].Value}""");
        return Markup.Of($"""<b class="row-flag">{Icons.Draw("building", Small)}{unit}</b>{Between}<b class="row-flag">{whose}</b>{(days > 0 ? Between + text.Counted("RestingFor", days) : "")}""");
    }

    /// <summary>Whoever let go of it looks for where it is now, so that stands first, and briefly: the number comes right behind.</summary>
    private Markup OnwardOf(Said said)
    {
        if (said is { Row.Moved: { } move, Moved: { } names }) return Markup.Of($"""<b class="row-flag">{Icons.Draw("clock", Small)}{words.Movement(move.Kind, names)}</b>""");
        if (said is { Row.Lies: { } lies, Unit: { } place }) return LyingOf(lies, place, said.RestingDays);
        if (said.Row.Hold is { } hold) return HoldOf(hold, said.IsReminded);
        if (said.Box == Box.Returned && said.Unit is { } returner) return Markup.Of($"""<b class="row-flag">{Icons.Draw("undo", Small)}{text["ReturnedBy", returner].Value}</b>""");
        if (said is not { Row.Onward: { } onward, Unit: { } unit }) return default;
        var (icon, where) = said.Box.State switch
        {
            RoutingState.Forwarded => ("send", onward.Others == 0 ? text["Forwarded", unit] : text["ForwardedMore", unit, onward.Others]),
            RoutingState.AwaitingApproval => ("clock", text["AtApprover", onward.Person ?? unit]),
            RoutingState.InRevision => ("undo", text["SentBackBy", onward.Person ?? unit]),
            _ => ("check", text["ApprovedBy", onward.Person ?? unit]),
        };
        return Markup.Of($"""<b class="row-flag">{Icons.Draw(icon, Small)}{where.Value}</b>""");
    }

    private IEnumerable<string> MetaOf(Said said)
    {
        var row = said.Row;
        if (row.Moved is { } moved) yield return Moments.DayAndHour(moved.At);
        if (row.Onward is { } onward) yield return Moments.DayAndHour(onward.At);
        if (row.Onward is { Person: not null } && said.Unit is { } office) yield return office;
        if (row.Lies is { State: not RoutingState.Waiting and var state }) yield return words.Of(state);
        if (row.Kind is not (CaseKind.TipOff or CaseKind.InformationRequest)) yield return words.Of(row.Kind);   // a tip-off is told before the number, the other by its law
        if (said.Remaining is { AwaitsFee: false }) yield return row.LegalDueOn is null ? words.DueOn(row.DueOn) : words.DueFromReceiptOn(row.DueOn);
        yield return words.Of(row.Basis);
        yield return words.Of(row.Channel);
        yield return IstanbulTime.LegalDay(row.FiledAt).ToString("dd.MM.yyyy", CultureInfo.CurrentCulture);
        if (row is { Onward: null, Moved: null, Lies: null } && said.Box != Box.Returned) yield return said.Unit is { } unit ? text["From", unit] : text["FromCitizen"];
        if (said.Elapsed is { } days) yield return words.Elapsed(days);
    }
}
