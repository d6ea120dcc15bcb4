using Bimer.Blazor.Workspace.Registering;
using Bimer.Domain.Cases;
using Bimer.Domain.Kernel;
using Bimer.Tests.Given;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Bimer.Tests.UseCases.Registering;

/// <summary>What is typed at a desk keeps its marking and loses everything else; lists, search and mails have it plain (S14).</summary>
public sealed class DeskTextTests
{
    private const string Pasted = "<p class=\"MsoNormal\" style=\"color:red\"><o:p></o:p>Gül Sokak’ta <b>üç lamba</b> yanmıyor:</p><ul><li onclick=\"alert(1)\">okul önü</li></ul><script>alert(2)</script><img src=x onerror=alert(3)>";
    private const string Clean = "<p>Gül Sokak’ta <b>üç lamba</b> yanmıyor:</p><ul><li>okul önü</li></ul>";

    public static TheoryData<Kind> Both => new(Kind.Sqlite, Kind.Postgres);

    [Theory, MemberData(nameof(Both))]
    public async Task What_was_marked_is_kept_marked_and_plain_and_nothing_else_of_it(Kind kind)
    {
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.Letter);
        await using var office = desk.Office;
        await desk.TypeAsync(ADesk.SilentLetter with { Text = "", Html = Pasted });
        (await desk.SitDownAsync()).Value!.Form.Html.Should().Be(Clean, "it is cleaned on its way in");

        (await desk.SaveAsync()).Should().BeOfType<RegisterAnswer.Recorded>();

        await using var db = await office.DbAsync();
        (await db.Petitions.SingleAsync()).Should().BeEquivalentTo(new { Text = "Gül Sokak’ta üç lamba yanmıyor:\n\n• okul önü", Markup = Clean });
        (await db.Cases.SingleAsync()).Summary.Should().Be("Gül Sokak’ta üç lamba yanmıyor:");
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Paragraphs_alone_are_plain_words(Kind kind)
    {
        var desk = await ADesk.OpenAsync(kind, IntakeChannel.Letter);
        await using var office = desk.Office;

        await desk.RecordAsync(ADesk.SilentLetter with { Text = "eski", Html = "<p>Bir &lt;b&gt; iki</p><p>üç<br>dört</p>" });

        await using var db = await office.DbAsync();
        (await db.Petitions.SingleAsync()).Should().BeEquivalentTo(new { Text = "Bir <b> iki\n\nüç\ndört", Markup = (string?)null });
    }

    [Fact]
    public async Task The_limit_counts_the_words_and_not_their_marking()
    {
        var desk = await ADesk.OpenAsync(Kind.Sqlite, IntakeChannel.Letter);
        await using var office = desk.Office;
        var marked = string.Concat(Enumerable.Repeat("<b>a</b>", PetitionText.MaxCharacters));

        (await desk.RecordAsync(ADesk.SilentLetter with { Html = $"<p>{marked}b</p>" })).Should().BeOfType<RegisterAnswer.Incomplete>()
            .Which.Faults.Should().ContainSingle().Which.Refusal.Should().Be(new Refusal.PetitionTextTooLong(PetitionText.MaxCharacters + 1, PetitionText.MaxCharacters));
        (await desk.RecordAsync(ADesk.SilentLetter with { Html = $"<p>{marked}</p>" })).Should().BeOfType<RegisterAnswer.Recorded>();
    }

    [Fact]
    public async Task Marking_beyond_all_measure_is_told_and_never_cut()
    {
        var desk = await ADesk.OpenAsync(Kind.Sqlite, IntakeChannel.Letter);
        await using var office = desk.Office;

        (await desk.TypeAsync(ADesk.SilentLetter with { Html = string.Concat(Enumerable.Repeat("<p><b>uzun</b></p>", 10_000)) })).Refusal.Should().BeOfType<Refusal.FormattedTextTooLong>();
    }

    [Fact]
    public void The_words_of_a_mail_open_in_the_editor_as_words() =>
        DeskText.EditorOf(new DeskForm { Text = "Bir\niki <script>\n\n\nüç" }).Should().Be("<p>Bir<br>iki &lt;script&gt;</p><p>&#252;&#231;</p>");
}
