using System.ComponentModel.DataAnnotations;

namespace Bimer.Blazor.Persistence.Files.Drawing;

/// <summary>What drawing the pages of a stranger's document may cost, section <c>Bimer:Drawing</c>.</summary>
public sealed class DrawingOptions
{
    public const string Section = "Bimer:Drawing";

    /// <summary>A document of more pages is not drawn.</summary>
    [Range(1, 2_000)] public int MostPages { get; set; } = 100;

    /// <summary>LibreOffice, which makes a PDF of office files and scans before they are drawn; where it is missing they are not handed out.</summary>
    [Required] public string Office { get; set; } = "soffice";

    /// <summary>The folder in which LibreOffice lies with all that belongs to it; it sees this one, <c>/usr</c> and its own room.</summary>
    [Required] public string OfficeFolder { get; set; } = "/usr/lib/libreoffice";

    /// <summary>For each of the two steps.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")] public TimeSpan LongestTime { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>What the drawing program may ask the machine for; LibreOffice four times as much.</summary>
    [Range(128, 16_384)] public int MemoryMegabytes { get; set; } = 1_024;

    /// <summary>Documents at one time; the others wait.</summary>
    [Range(1, 32)] public int AtOnce { get; set; } = 2;
}
