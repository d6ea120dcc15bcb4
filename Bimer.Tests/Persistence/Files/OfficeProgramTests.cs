using System.Runtime.Versioning;
using System.Text;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Persistence.Files.Drawing;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xunit;
using Xunit.Abstractions;

namespace Bimer.Tests.Persistence.Files;

/// <summary>LibreOffice itself, not a stand-in. On a machine that keeps no program apart it must not be started at all.</summary>
[SupportedOSPlatform("linux")]
public sealed class OfficeProgramTests(ITestOutputHelper output) : OfficeStory(output)
{
    /// <summary>Lies among the programs of the machine, which every document may look at.</summary>
    private const string MachinesPicture = "/usr/lib/libreoffice/program/intro.png";

    private static readonly DrawingOptions _patient = new() { LongestTime = TimeSpan.FromMinutes(5) };

    [Fact]
    public async Task It_reads_no_file_of_ours_that_a_document_points_at()
    {
        await File.WriteAllBytesAsync(Data["picture.png"], Pictures.Png());

        var pointsAtOurs = await LetterAsync(Data["picture.png"]);
        var pointsAtTheMachines = await LetterAsync(MachinesPicture);

        if (await IsDrawnHereAsync())
        {
            pointsAtTheMachines.Should().StartWith("%PDF-").And.Contain("/Subtype/Image", "what it can see stands on the page");
            pointsAtOurs.Should().StartWith("%PDF-").And.NotContain("/Subtype/Image");
        }
        else
        {
            pointsAtTheMachines.Should().BeNull("it is not started");
            pointsAtOurs.Should().BeNull();
        }

        Rooms().Should().BeEmpty();
    }

    [Theory]
    [InlineData(AttachmentType.Docx)]
    [InlineData(AttachmentType.Xlsx)]
    [InlineData(AttachmentType.Tiff)]
    public async Task A_letter_a_sheet_and_a_scan_become_pages(AttachmentType type)
    {
        var original = type switch { AttachmentType.Docx => Documents.Letter, AttachmentType.Xlsx => Documents.Sheet, _ => Pictures.Scan };
        using var drawing = new PageDrawing(Options.Create(_patient), new DataFolder(Data.Path), TimeProvider.System, NullLogger<PageDrawing>.Instance);

        var drawn = await drawing.DrawAsync(type, new MemoryStream(original), CancellationToken.None);

        if (await IsDrawnHereAsync())
        {
            using var text = new StreamReader(drawn.Value!, Encoding.Latin1);
            (await text.ReadToEndAsync()).Should().StartWith("%PDF-1.4").And.Contain("/Count 1 ").And.Contain("/DCTDecode");
        }
        else drawn.Refusal.Should().Be(new Refusal.AttachmentNotDrawn(type));

        Rooms().Should().BeEmpty();
    }

    [Fact]
    public void A_program_that_is_missing_is_a_failure_that_names_its_package_and_the_script_installs_it()
    {
        var script = File.ReadAllText(Repository.At("test.sh"));
        foreach (var (file, package) in DrawingPrograms.Needed)
        {
            ((Action)(() => DrawingPrograms.Demand(path => !string.Equals(path, file, StringComparison.Ordinal)))).Should().Throw<InvalidOperationException>().WithMessage($"*`apt-get install {package}`*");
            script.Should().Contain($" {file} ] || echo {package}\n");
        }
    }

    private async Task<string?> LetterAsync(string picture)
    {
        var conversion = new OfficeConversion(new DataFolder(Data.Path), _patient, TimeProvider.System, NullLogger.Instance);
        var made = await conversion.ToPdfAsync(AttachmentType.Odt, new MemoryStream(Documents.LetterWithPicture("file://" + picture)), CancellationToken.None);
        return made is null ? null : Encoding.Latin1.GetString(made);
    }

    private async Task<bool> IsDrawnHereAsync()
    {
        var apart = await MayBeApartAsync();
        Output.WriteLine(apart ? "This machine lets a user open namespaces: a document was made." : "This machine lets no user open namespaces: the document was refused.");
        return apart;
    }
}
