using System.ComponentModel.DataAnnotations;

namespace Bimer.Blazor.Persistence.Files.Drawing;

/// <summary>What making a PDF of a page of ours may cost, section <c>Bimer:Printing</c>.</summary>
public sealed class PrintingOptions
{
    public const string Section = "Bimer:Printing";

    /// <summary>The program itself, not a script that starts it: in its room there are no settings of the machine. Where it is missing no PDF is made.</summary>
    [Required] public string Browser { get; set; } = "/usr/lib/chromium/chromium";

    /// <summary>The folder in which Chromium lies with all that belongs to it; it sees this one, <c>/usr</c> and its own room.</summary>
    [Required] public string BrowserFolder { get; set; } = "/usr/lib/chromium";

    /// <summary>For one paper.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")] public TimeSpan LongestTime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>What each of its processes may write to.</summary>
    [Range(256, 16_384)] public int MemoryMegabytes { get; set; } = 1_024;

    /// <summary>
    /// A folder of the institution's own printing and enveloping service (zarflama hizmeti), readable by it alone: letters to applicants whose address nobody here may
    /// see are laid there as PDF. Empty: there is none, and such letters are not made.
    /// </summary>
    public string PostRoom { get; set; } = "";

    /// <summary>Papers at one time; the others wait.</summary>
    [Range(1, 32)] public int AtOnce { get; set; } = 2;
}
