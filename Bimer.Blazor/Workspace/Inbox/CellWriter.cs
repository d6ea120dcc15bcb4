using System.Globalization;
using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Html;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Cases;
using Bimer.Domain.Time;
using Microsoft.Extensions.Localization;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>Puts one line of a box into the columns its reader chose.</summary>
internal sealed class CellWriter(CaseWords words, IStringLocalizer<InboxWords> text)
{
    private const int Small = 13;

    /// <param name="who">The applicant, masked or <em>Gizlenmiş</em>: the column tells no more than the line.</param>
    /// <param name="badge">The time left, or that it has left the box.</param>
    /// <param name="onward">What became of it; nothing where it lies with the reader.</param>
    public Markup Write(Said said, Markup who, Markup badge, Markup onward) =>
        said.Table.Columns.Aggregate(FlagsOf(said), (cells, column) => Markup.Of(
            $"""{cells}<span class="cell {BoxTable.CssOf(column)}"><span class="sr">{text[BoxTable.HeadingOf(said.Box, column)].Value}: </span>{CellOf(column, said, (who, badge, onward))}</span>"""));

    private Markup CellOf(BoxColumn column, Said said, (Markup Who, Markup Badge, Markup Onward) drawn) => column switch
    {
        BoxColumn.Applicant => drawn.Who,
        BoxColumn.Remaining => drawn.Badge,
        BoxColumn.Sender when said.Row is not { Onward: null, Moved: null, Lies: null } => drawn.Onward,
        _ => Markup.Of($"{WordOf(column, said)}"),
    };

    private string WordOf(BoxColumn column, Said said) => column switch
    {
        BoxColumn.Number => said.Row.Number.ToString(),
        BoxColumn.Filed => IstanbulTime.LegalDay(said.Row.FiledAt).ToString("dd.MM.yyyy", CultureInfo.CurrentCulture),
        BoxColumn.Kind => words.Of(said.Row.Kind),
        BoxColumn.Basis => words.Of(said.Row.Basis),
        BoxColumn.Channel => words.Of(said.Row.Channel),
        BoxColumn.Sender => said.Unit ?? text["Citizen"].Value,
        BoxColumn.Elapsed => said.Elapsed is { } days ? words.Elapsed(days) : "–",
        _ => said.Row.Summary.Length > 0 ? said.Row.Summary : text["SealedSummary"].Value,
    };

    // Before all columns, whichever they are: what is urgent must not depend on what somebody chose to see.
    private Markup FlagsOf(Said said)
    {
        var row = said.Row;
        var urgent = row.Priority == Priority.Normal ? default : Flag("near", "flag", words.Of(row.Priority));
        var information = row.Purpose == RoutingPurpose.Information ? Flag("info", "info", words.Of(row.Purpose)) : default;
        var wanted = said.Wanted is { } day && words.Wanted(day) is var asked ? Flag(LineWriter.FlagOf(asked.Tone), "hourglass", asked.Words) : default;
        return Markup.Of($"""<span class="cell c-flags">{urgent}{wanted}{information}</span>""");
    }

    private static Markup Flag(string tone, string icon, string word) =>
        Markup.Of($"""<b class="row-flag {tone}" title="{word}">{Icons.Draw(icon, Small)}<span class="sr">{word}</span></b>""");
}
