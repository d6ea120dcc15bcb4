using Bimer.Blazor.Facts;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Facts;

public sealed class CsvReaderTests
{
    [Fact]
    public void Quoted_fields_keep_commas_quotes_and_line_ends()
    {
        var rows = Read("name,note\n\"Gıda, Tarım\",\"\"\"iki\"\" satır\r\nikinci\"\nson,\n");

        rows.Select(r => r["name"]).Should().Equal("Gıda, Tarım", "son");
        rows[0]["note"].Should().Be("\"iki\" satır\r\nikinci");
        rows[1].OptionalText("note").Should().BeNull();
    }

    [Fact]
    public void Comments_and_empty_lines_are_skipped_but_counted()
    {
        var rows = Read("# source\n\ncode,name\n# a note\n01,Adana\n\n02,\"#1\"");

        rows.Select(r => (r.Line, r["name"])).Should().Equal((5, "Adana"), (7, "#1"));
    }

    [Fact]
    public void A_quoted_line_end_counts_as_a_line_of_the_file() =>
        Read("a\n\"x\ny\"\nz\n").Select(r => r.Line).Should().Equal(2, 4);

    [Theory]
    [InlineData("a,b\n1\n", 2)]
    [InlineData("a,b\n1,2\n1,2,3\n", 3)]
    [InlineData("a,a\n", 1)]
    [InlineData("a\n\"open\n", 2)]
    [InlineData("", 0)]
    public void A_broken_file_is_refused_with_its_line(string text, int line) =>
        FluentActions.Invoking(() => Read(text)).Should().Throw<FactFileException>().Where(e => e.Line == line && e.File == "test.csv");

    [Fact]
    public void A_value_that_cannot_be_read_names_file_line_and_column()
    {
        var row = Read("day,n,note\n2026-02-30,1.5,\n")[0];

        FluentActions.Invoking(() => row.Date("day")).Should().Throw<FactFileException>().WithMessage("test.csv(2): day*2026-02-30*");
        FluentActions.Invoking(() => row.Whole("n")).Should().Throw<FactFileException>().WithMessage("test.csv(2): n*1.5*");
        FluentActions.Invoking(() => row.Text("note")).Should().Throw<FactFileException>().WithMessage("*note is empty");
        FluentActions.Invoking(() => row["none"]).Should().Throw<FactFileException>().WithMessage("*no column 'none'");
        row.Number("n").Should().Be(1.5);
    }

    private static IReadOnlyList<CsvRow> Read(string text)
    {
        using var reader = new StringReader(text);
        return CsvReader.Read(reader, "test.csv");
    }
}
