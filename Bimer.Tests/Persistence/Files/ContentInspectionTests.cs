using Bimer.Blazor.Persistence.Files;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Persistence.Files;

public sealed class ContentInspectionTests
{
    private static readonly byte[] Zipped = Documents.Zip(("a.class", [1, 2, 3]));
    private static readonly byte[] Page = Documents.Bytes("<html><script>alert(1)</script></html>");
    private static readonly byte[] OldOffice = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];

    public static TheoryData<string, byte[], AttachmentType> Good => new()
    {
        { "dilekçe.pdf", Documents.Pdf, AttachmentType.Pdf },
        { "FOTO.JPG", Pictures.Jpeg(), AttachmentType.Jpeg },
        { "foto.jpeg", Pictures.Jpeg(16, 16, Pictures.Exif(6, little: true)), AttachmentType.Jpeg },
        { "ekran.png", Pictures.Png(), AttachmentType.Png },
        { "tarama.tif", Pictures.Tiff(), AttachmentType.Tiff },
        { "faks.tiff", Pictures.Tiff(little: false), AttachmentType.Tiff },
        { "not.txt", Pictures.Text("\uFEFFŞikâyetçiyim.\r\nİğdır"), AttachmentType.Text },
        { "eski.txt", [0xDE, 0x69, 0x6B, 0xE2, 0x79, 0x65, 0x74, 0xFD, 0x6D], AttachmentType.Text },
        { "yazı.docx", Documents.Docx(("word/media/", [])), AttachmentType.Docx },
        { "tablo.xlsx", Documents.Xlsx(), AttachmentType.Xlsx },
        { "gömülü.docx", Documents.Docx(("word/embeddings/t.xlsx", Documents.Xlsx())), AttachmentType.Docx },
        { "yazı.odt", Documents.OpenDocument("text"), AttachmentType.Odt },
        { "tablo.ods", Documents.OpenDocument("spreadsheet"), AttachmentType.Ods },
        { "ses.mp3", Documents.Mp3(), AttachmentType.Mp3 },
        { "ses2.mp3", Documents.Mp3(tagged: true), AttachmentType.Mp3 },
        { "film.mp4", Documents.Mp4(), AttachmentType.Mp4 },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void A_plain_file_of_a_listed_kind_is_accepted(string name, byte[] content, AttachmentType type) =>
        Inspect(name, content).Should().Be(Outcome<AttachmentType>.FromT(type));

    public static TheoryData<string, byte[], Refusal> Bad => new()
    {
        { "boş.pdf", [], new Refusal.AttachmentEmpty() },
        { "program.exe", [(byte)'M', (byte)'Z', 0, 0], new Refusal.AttachmentTypeNotAllowed("exe") },
        { "çift.pdf.exe", Documents.Pdf, new Refusal.AttachmentTypeNotAllowed("exe") },
        { "uzantısız", Documents.Pdf, new Refusal.AttachmentTypeNotAllowed("") },
        { "türkçe.PDİF", Documents.Pdf, new Refusal.AttachmentTypeNotAllowed("PDİF") },
        { "sayfa.html", Page, new Refusal.AttachmentTypeNotAllowed("html") },
        { "resim.svg", Documents.Bytes("<svg onload=alert(1)>"), new Refusal.AttachmentTypeNotAllowed("svg") },
        { "gizli.\u202Efdp.exe", Documents.Pdf, new Refusal.AttachmentTypeNotAllowed("exe") },
        { "program.pdf", [(byte)'M', (byte)'Z', 0x90, 0, .. new byte[99]], Else(AttachmentType.Pdf) },
        { "sayfa.txt", Page, Else(AttachmentType.Text) },
        { "svg.txt", Documents.Bytes(" \n<SVG onload=alert(1)>"), Else(AttachmentType.Text) },
        { "resim.pdf", Pictures.Png(), Else(AttachmentType.Pdf, AttachmentType.Png) },
        { "metin.jpg", Pictures.Text("merhaba"), Else(AttachmentType.Jpeg, AttachmentType.Text) },
        { "zip.docx", Documents.Zip(("a.txt", [65])), Else(AttachmentType.Docx) },
        { "tablo.docx", Documents.Xlsx(), Else(AttachmentType.Docx, AttachmentType.Xlsx) },
        { "metin.ods", Documents.OpenDocument("text"), Else(AttachmentType.Ods, AttachmentType.Odt) },
        { "heic.mp4", Documents.Mp4("heic"), Else(AttachmentType.Mp4) },
        { "sonra.pdf", [.. "junk\n"u8, .. Documents.Pdf], Else(AttachmentType.Pdf, AttachmentType.Text) },
        { "kesik.pdf", Documents.Bytes("%PDF-1.7\n1 0 obj"), new Refusal.AttachmentDamaged(AttachmentType.Pdf) },
        { "kesik.png", Pictures.Png()[..^6], new Refusal.AttachmentDamaged(AttachmentType.Png) },
        { "kesik.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 4], new Refusal.AttachmentDamaged(AttachmentType.Jpeg) },
        { "döngü.tiff", Pictures.Tiff(loops: true), new Refusal.AttachmentDamaged(AttachmentType.Tiff) },
        { "kesik.mp4", Documents.Mp4()[..^1], new Refusal.AttachmentDamaged(AttachmentType.Mp4) },
        { "kesik.mp3", [0xFF, 0xFB, 0x90, 0x00, .. new byte[500]], new Refusal.AttachmentDamaged(AttachmentType.Mp3) },
        { "dev.png", Pictures.Png(50_000, 50_000), Pixels(50_000, 50_000) },
        { "dev.jpg", Pictures.Jpeg(60_000, 60_000), Pixels(60_000, 60_000) },
        { "dev.tiff", Pictures.Tiff(2_000_000, 2_000_000), Pixels(2_000_000, 2_000_000) },
        { "sıfır.txt", [65, 0, 66], new Refusal.AttachmentIsNotText() },
        { "kırık.txt", [65, 0x81, 0xFF, 66], new Refusal.AttachmentIsNotText() },
        { "denetim.txt", [65, 0x1B, 66], new Refusal.AttachmentIsNotText() },
        { "jar.pdf", [.. Documents.Pdf, .. Zipped], Hides(AttachmentType.Pdf) },
        { "jar.jpg", [.. Pictures.Jpeg(), .. Zipped], Hides(AttachmentType.Jpeg) },
        { "jar.png", [.. Pictures.Png(), .. Zipped], Hides(AttachmentType.Png) },
        { "rar.png", [.. Pictures.Png(), .. "Rar!\x1A\x07\x00"u8], Hides(AttachmentType.Png) },
        { "html.png", Pictures.Png(2, 2, Pictures.Chunk("tEXt", Page)), Hides(AttachmentType.Png) },
        { "html2.png", [.. Pictures.Png(), .. Page], Hides(AttachmentType.Png) },
        { "html.jpg", Pictures.Jpeg(16, 16, Pictures.Segment(0xFE, Page)), Hides(AttachmentType.Jpeg) },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_file_that_is_not_what_it_says_or_hides_something_is_refused_with_its_reason(string name, byte[] content, Refusal refusal) =>
        Inspect(name, content).Refusal.Should().Be(refusal);

    public static TheoryData<string, byte[], Refusal> BadOffice => new()
    {
        { "makro.docx", Documents.Docx(("word/vbaProject.bin", [1])), new Refusal.AttachmentHasMacros(AttachmentType.Docx) },
        { "makro.xlsx", Documents.Xlsx(("xl/VBAPROJECT.BIN", [1])), new Refusal.AttachmentHasMacros(AttachmentType.Xlsx) },
        { "eski.xlsx", Documents.Xlsx(("xl/macrosheets/sheet1.xml", [1])), new Refusal.AttachmentHasMacros(AttachmentType.Xlsx) },
        { "makro.odt", Documents.OpenDocument("text", ("Basic/Standard/M.xml", [1])), new Refusal.AttachmentHasMacros(AttachmentType.Odt) },
        { "tür.docx", Documents.Zip(("[Content_Types].xml", Documents.Bytes("application/vnd.ms-word.document.macroEnabled.main+xml"))), new Refusal.AttachmentHasMacros(AttachmentType.Docx) },
        { "içte.docx", Documents.Docx(("word/embeddings/x.bin", Documents.Xlsx(("xl/vbaProject.bin", [1])))), new Refusal.AttachmentHasMacros(AttachmentType.Docx) },
        { "parola.docx", OldOffice, new Refusal.AttachmentEncrypted(AttachmentType.Docx) },
        { "parola.odt", Documents.OpenDocument("text", ("META-INF/manifest.xml", Documents.Bytes("<manifest:encryption-data/>"))), new Refusal.AttachmentEncrypted(AttachmentType.Odt) },
        { "zipparola.docx", Documents.With(Documents.Docx(), "PK\x01\x02"u8, 8, 1), new Refusal.AttachmentEncrypted(AttachmentType.Docx) },
        { "varlık.docx", Documents.Docx(("word/x.xml", Documents.Bytes("<!DOCTYPE a [<!ENTITY b 'c'>]>"))), new Refusal.AttachmentDamaged(AttachmentType.Docx) },
        { "önek.docx", [.. Documents.Docx()[..4], .. Documents.Docx()], new Refusal.AttachmentDamaged(AttachmentType.Docx) },
        { "sonek.docx", [.. Documents.Docx(), 1, 2, 3], new Refusal.AttachmentDamaged(AttachmentType.Docx) },
    };

    [Theory]
    [MemberData(nameof(BadOffice))]
    public void An_office_file_with_macros_a_password_or_lies_is_refused(string name, byte[] content, Refusal refusal) =>
        Inspect(name, content).Refusal.Should().Be(refusal);

    [Fact]
    public void One_byte_over_the_limit_is_refused_and_the_limit_itself_is_not()
    {
        var limits = new AttachmentLimits { MaxFileBytes = 100 };
        var text = Enumerable.Repeat((byte)'a', 101).ToArray();

        new ContentInspection(limits).Inspect("a.txt", new MemoryStream(text, 0, 100)).IsAccepted.Should().BeTrue();
        new ContentInspection(limits).Inspect("a.txt", new MemoryStream(text)).Refusal.Should().Be(new Refusal.AttachmentTooLarge(100));
    }

    [Fact]
    public void A_long_turkish_text_is_utf8_across_every_edge_of_reading()
    {
        var text = Pictures.Text("x" + string.Concat(Enumerable.Repeat("ş€😀", 40_000)));
        Inspect("uzun.txt", text).IsAccepted.Should().BeTrue();
    }

    [Fact]
    public void Random_damage_is_answered_and_never_thrown()
    {
        const int seed = 20260302;
        var random = new Random(seed);
        foreach (var (name, content) in Good.Select(row => ((string)row[0], (byte[])row[1])))
        {
            for (var i = 0; i < 300; i++)
            {
                var damaged = content[..random.Next(1, content.Length + 1)];
                for (var flips = random.Next(4); flips > 0; flips--) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
                var inspect = () => Inspect(name, damaged);
                inspect.Should().NotThrow($"seed {seed}, {name}, round {i}");
            }
        }
    }

    internal static Outcome<AttachmentType> Inspect(string name, byte[] content, AttachmentLimits? limits = null) =>
        new ContentInspection(limits ?? new AttachmentLimits()).Inspect(name, new MemoryStream(content));

    private static Refusal.AttachmentIsSomethingElse Else(AttachmentType claimed, AttachmentType? detected = null) => new(claimed, detected);
    private static Refusal.AttachmentHidesAnotherFile Hides(AttachmentType type) => new(type);
    private static Refusal.AttachmentHasTooManyPixels Pixels(long width, long height) => new(width, height, new AttachmentLimits().MaxPixels);
}
