using System.Diagnostics;
using System.Security.Cryptography;

namespace Bimer.Blazor.Shell;

/// <summary>A short number a person can read out on the phone and an operator can find in the log.</summary>
public static class ErrorReference
{
    private const int Length = 8;

    /// <summary>The first digits of the trace being served, which every log line carries; random where nothing is traced (a circuit between two clicks).</summary>
    public static string New() =>
        (Activity.Current is { IdFormat: ActivityIdFormat.W3C } served
            ? served.TraceId.ToHexString()[..Length]
            : RandomNumberGenerator.GetHexString(Length)).ToUpperInvariant();
}
