using System.Globalization;

namespace Bimer.Blazor.Shell.Frame;

/// <summary>A counter beside a menu entry: exact to 999.</summary>
/// <param name="IsHot">Needs a decision now: a return, an alarm, something late.</param>
public readonly record struct MenuCount(int Value, bool IsHot = false)
{
    private const int Exact = 999;

    public string Words => Value > Exact ? string.Create(CultureInfo.InvariantCulture, $"{Exact}+") : Value.ToString(CultureInfo.CurrentCulture);
}
