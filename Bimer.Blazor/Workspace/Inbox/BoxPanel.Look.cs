using Bimer.Blazor.Shell;
using Bimer.Blazor.Shell.Frame;
using Bimer.Blazor.Shell.Parts;
using Bimer.Blazor.Workspace.Inbox.Filtering;
using Bimer.Domain.Kernel;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;

namespace Bimer.Blazor.Workspace.Inbox;

/// <summary>How the box looks: words, classes, addresses.</summary>
public sealed partial class BoxPanel
{
    private string Title => Shell["Menu" + Box.Key];

    private string TotalWords => new MenuCount(_view.Total).Words;

    private string TabTitle => _view.Total > 0 ? T["PageTitle", TotalWords, Title] : T["PageTitleEmpty", Title];

    private string Figures => _isLoading || _hasNoBox ? "" : T.CountedAs("Figures", _view.Total, TotalWords);

    private string Icon => MenuTable.Sections.SelectMany(s => s.Entries).First(e => string.Equals(e.Key, Box.Key, StringComparison.Ordinal)).Icon;

    /// <summary>The case is drawn by the room that knows cases; the shell knows which component that is.</summary>
    private RenderFragment? CaseBeside => Slots.Value.Case is not { } component ? null : builder =>
    {
        builder.OpenComponent(0, component);
        builder.AddComponentParameter(1, "Number", Beside);
        builder.AddComponentParameter(2, "OnBack", EventCallback.Factory.Create(this, () => Navigation.NavigateTo(ListAddress)));
        builder.CloseComponent();
    };

    // The same line keeps the same callback: fifty new ones at every bell, on a thousand screens, were what the collector ran for.
    private EventCallback OpenerOf(BoxLine line)
    {
        if (Box != Box.Unit) return default;
        if (!_openers.TryGetValue(line, out var opener)) _openers.Add(line, opener = EventCallback.Factory.Create(this, () => PressAsync(line)));
        return opener;
    }

    private string BesideAddress(BoxLine line) => BesideAddressOf(line.Number);

    private string BesideAddressOf(string number) => BoxFilters.AddressOf(Box, Unit, Told(Filter), number);

    // What all share leads to the whole box; whoever narrowed it comes back to what they narrowed it to.
    private string AddressOf(BoxLine line) =>
        Filter.IsNone && Remembered is null ? line.Address
        : Box == Box.Approvals ? QueryHelpers.AddQueryString(line.Address, Addresses.CameFrom, ListAddress)   // its next letter is the next of this list
        : Box.IsUnread ? line.Address
        : BesideAddress(line);

    /// <summary>The list alone, of the unit and by the criteria that were chosen.</summary>
    private string ListAddress => AddressOf(Filter);

    private string AddressOf(BoxFilter filter) => BoxFilters.AddressOf(Box, Unit, Told(filter));

    private string UnitAddress(UnitId unit) => BoxFilters.AddressOf(Box, unit.Value, Told(Filter));

    private string CssOf(bool isGone) => isGone ? "row gone" : Box.IsUnread ? "row unread" : "row";
}
