using System.Collections.Frozen;
using System.Globalization;
using Bimer.Blazor.Shell.Html;

namespace Bimer.Blazor.Shell.Parts;

/// <summary>The decorative symbols of the frame and of lists as finished markup: an <see cref="Icon"/> each would cost every open screen two kilobytes.</summary>
internal static class Icons
{
    private static readonly int[] _sizes = [13, 16, 18, 20, 22];

    private static readonly FrozenDictionary<(string Name, int Size), Markup> _drawn =
        (from icon in IconTable.Shapes from size in _sizes select (icon.Name, Size: size)).ToFrozenDictionary(icon => icon, icon => Drawn(icon.Name, icon.Size));

    /// <param name="name">A name of the sprite.</param>
    /// <param name="size">Pixels of either side; one of those the frame and the lists use.</param>
    public static Markup Draw(string name, int size = 18) => _drawn[(name, size)];

    private static Markup Drawn(string name, int size)
    {
        var side = size.ToString(CultureInfo.InvariantCulture);
        return Markup.Of($"""<svg class="icon" width="{side}" height="{side}" aria-hidden="true"><use href="#i-{name}" /></svg>""");
    }
}
