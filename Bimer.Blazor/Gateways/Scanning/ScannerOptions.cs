namespace Bimer.Blazor.Gateways.Scanning;

/// <summary>ClamAV's daemon, section <c>Bimer:Scanner</c>. No address means no scanner: files are taken unscanned.</summary>
public sealed class ScannerOptions
{
    public const string Section = "Bimer:Scanner";

    /// <summary><c>host:port</c> of clamd, or <c>unix:/run/clamav/clamd.ctl</c>. The content travels unencrypted: a machine of one's own.</summary>
    public string Address { get; set; } = "";

    /// <summary>Longest time for one file from connecting to the whole answer; a file that took longer is asked about again.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(2);
}
