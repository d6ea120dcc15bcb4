using System.Globalization;

namespace Bimer.Blazor.Shell.Frame;

/// <summary>A counter beside a menu entry: as many as there are, in the thousands of the reader's language ("1.234").</summary>
/// <param name="IsHot">Needs a decision now: a return, an alarm, something late.</param>
public readonly record struct MenuCount(int Value, bool IsHot = false)
{
    public string Words => Value.ToString("N0", CultureInfo.CurrentCulture);
}
