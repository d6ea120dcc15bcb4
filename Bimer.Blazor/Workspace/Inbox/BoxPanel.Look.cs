using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Frame;
using Bimer.Blazor.Shell.Parts;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>How the box looks: words, classes, addresses.</summary>
public sealed partial class BoxPanel
{
    private string Title => Shell["Menu" + Box.Key];

    private string TotalWords => new MenuCount(_view.Total).Words;

    private string TabTitle => _view.Total > 0 ? T["PageTitle", TotalWords, Title] : T["PageTitleEmpty", Title];

    private string Figures => _isLoading || _hasNoBox ? "" : T["Figures", TotalWords];

    private string Icon => MenuTable.Sections.SelectMany(s => s.Entries).First(e => string.Equals(e.Key, Box.Key, StringComparison.Ordinal)).Icon;

    /// <summary>The case is drawn by the room that knows cases; the shell knows which component that is.</summary>
    private RenderFragment? CaseBeside => Slots.Value.Case is not { } component ? null : builder =>
    {
        builder.OpenComponent(0, component);
        builder.AddComponentParameter(1, "Number", Beside);
        builder.AddComponentParameter(2, "OnBack", EventCallback.Factory.Create(this, () => Navigation.NavigateTo(ListAddress)));
        builder.CloseComponent();
    };

    private EventCallback Opener(BoxLine line, bool isGone) =>
        Box != Box.Unit ? default
        : isGone || IsBeside(line) ? EventCallback.Factory.Create(this, () => Navigation.NavigateTo(BesideAddress(line)))
        : EventCallback.Factory.Create(this, () => OpenAsync(line));

    // A waiting case has an address of its own: before the circuit is up, and in a new tab, the link shows the envelope.
    private string AddressOf(BoxLine line) =>
        Box == Box.Unit ? Addresses.Case(line.Number)
        : Box == Box.Approvals ? Addresses.Approval(line.Number)
        : BesideAddress(line);

    private string BesideAddress(BoxLine line) => Addresses.CaseBeside(Box.Address, line.Number) + (Unit is { } unit ? $"&birim={unit}" : "");

    /// <summary>The list alone, of the unit that was chosen.</summary>
    private string ListAddress => Unit is { } unit ? UnitAddress(new UnitId(unit)) : Box.Address;

    private string UnitAddress(UnitId unit) => $"{Box.Address}?birim={unit.Value}";

    private string CssOf(bool isGone) => isGone ? "row gone" : Box.IsUnread ? "row unread" : "row";

    private static string ToneOf(BoxLine line) => "tag " + line.Deadline.Tone.Css();

    private static string IconOf(BoxLine line) => line.Deadline.Tone switch { Tone.Late => "#i-alarm", Tone.Near => "#i-flag", Tone.Plain => "#i-check", _ => "#i-clock" };
}
