using System.Globalization;
using Bimer.Blazor.Security;
using Microsoft.Extensions.Options;

namespace Bimer.Blazor.Portal;

/// <summary>How many codes may be sent: for one number, to one phone, from one device, altogether.</summary>
public sealed class CodeLimits(Throttle throttle, IOptions<GateOptions> options)
{
    /// <summary>Counts this code and says whether it may be sent; the limit's own count still may.</summary>
    public async Task<bool> AllowAsync(Visit visit, string device, CancellationToken ct)
    {
        var gate = options.Value;
        (string Scope, string Value, int Limit)[] limits =
        [
            ("gate-device", device, gate.CodesPerDevice),
            ("gate-number", NumberOf(visit), gate.CodesPerNumber),
            ("gate-phone", visit.Identity.Mobile, gate.CodesPerPhone),
            ("gate-total", "", gate.CodesInTotal),
        ];
        foreach (var (scope, value, limit) in limits)
        {
            // One by one: what the first limit stopped must not use up the limit of a number, or everybody's.
            var counts = await throttle.CountAsync([new ThrottleKey(scope, value)], gate.Window, ct);
            if (counts[0] > limit) return false;
        }

        return true;
    }

    private static string NumberOf(Visit visit) =>
        visit.AskedCase is { } asked ? "case/" + asked.Value.ToString(CultureInfo.InvariantCulture) : visit.Identity.NationalId ?? "";
}
