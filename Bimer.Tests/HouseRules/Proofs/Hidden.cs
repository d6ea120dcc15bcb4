using System.Globalization;
using System.Text;

namespace Bimer.Tests.HouseRules.Proofs;

/// <summary>Uses things in all the places where a reader of signatures alone would miss them.</summary>
internal sealed class Hidden : IFormattable
{
    private readonly Semaphore? _field = Busy ? new Semaphore(1, 1) : null;

    private static bool Busy => false;

    public static bool InABody()
    {
        // Four lines, braces included.
        return File.Exists("nowhere");
    }

    public static Func<string, object> InALambda() => address => new Uri(address);

    public static async Task<string> AfterAnAwaitAsync()
    {
        await Task.Yield();
        return Path.GetTempPath();
    }

    public static IEnumerable<object> InAnIterator()
    {
        yield return new Version(1, 0);
    }

    public static int AsATypeArgument() => Array.Empty<StringBuilder>().Length;

    public static int AsALocal()
    {
        Random? dice = null;
        return dice is null ? 0 : 1;
    }

    public static string AsAParameter(TaskScheduler? scheduler) => scheduler is null ? "" : "given";

    [Obsolete("An attribute is a use as well.")]
    public string ToString(string? format, IFormatProvider? formatProvider) => string.Create(CultureInfo.InvariantCulture, $"{_field is null}");
}
