using System.Reflection;
using System.Text.RegularExpressions;
using Bimer.Blazor.Cli.Seeding;
using Bimer.Blazor.Facts;
using Bimer.Blazor.Facts.Demo;
using Bimer.Domain.Applicants;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.HouseRules;

/// <summary>What the papers say of the product is held against the product.</summary>
public sealed partial class PapersOfTheHouse
{
    private const int LongestDecision = 60;

    private static readonly string[] _parts = ["## Context", "## Choice", "## What gets harder", "## When it does not apply"];
    private static readonly string[] _endings = [".cs", ".razor", ".js", ".css", ".md", ".csv", ".sh", ".json"];

    [Fact]
    public void The_readme_names_the_demo_accounts_as_they_are()
    {
        var readme = Read("README.md");

        readme.Should().Contain($"`{DemoStaff.Password}`");
        RowsOf(readme, 4, OfficerLine()).Should().Equal(DemoOfficers.Shipped.Listed.Select(o =>
            $"{o.NationalId}|{o.FullName}|{string.Join(", ", o.Roles)}|{OrganisationTree.Shipped.Units.First(u => u.Id == o.Unit).FullName}"));
    }

    [Fact]
    public void The_readme_names_citizens_the_simulated_register_knows()
    {
        var rows = RowsOf(Read("README.md"), 4, CitizenLine());

        rows.Should().NotBeEmpty();
        foreach (var row in rows.Select(row => row.Split('|')))
        {
            var person = DemoPopulation.Shipped.InTheRegister(NationalId.Parse(row[0]).Value!);
            person!.Name.Reveal().Should().Be(row[1]);
        }
    }

    [Fact]
    public async Task Every_decision_stands_in_the_list_and_has_its_parts()
    {
        var pages = (await Repository.FilesAsync(".md")).Where(file => DecisionPage().IsMatch(file)).ToList();
        var list = Read("docs/decisions/README.md");

        pages.Should().NotBeEmpty().And.OnlyHaveUniqueItems(file => file.Substring("docs/decisions/".Length, 4));
        pages.Where(file => !list.Contains($"({Path.GetFileName(file)})", StringComparison.Ordinal)).Should().BeEmpty("the list names every page");
        pages.Where(file => File.ReadAllLines(Repository.At(file)).Length > LongestDecision).Should().BeEmpty("a decision is one page");
        pages.SelectMany(file => _parts.Where(part => !Read(file).Contains(part, StringComparison.Ordinal)).Select(part => $"{file} lacks {part}"))
            .Should().BeEmpty();
    }

    [Fact]
    public async Task Every_link_of_the_papers_leads_somewhere()
    {
        var dead = from paper in await Repository.FilesAsync(".md")
                   from Match link in Link().Matches(Read(paper))
                   let target = link.Groups["target"].Value
                   where !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#')
                   let place = Path.Combine(Path.GetDirectoryName(Repository.At(paper))!, target.Split('#')[0])
                   where !File.Exists(place) && !Directory.Exists(place)
                   select $"{paper}: {target}";

        dead.Should().BeEmpty();
    }

    [Fact]
    public void Every_test_and_place_the_coverage_names_exists()
    {
        var tests = typeof(PapersOfTheHouse).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttributes<FactAttribute>().Any()).Select(method => method.Name).ToHashSet(StringComparer.Ordinal);
        var quoted = Quoted().Matches(Read("docs/coverage.md")).Select(match => match.Groups["word"].Value).Distinct(StringComparer.Ordinal).ToList();

        quoted.Where(word => TestName().IsMatch(word)).Should().HaveCountGreaterThan(50);
        quoted.Where(word => TestName().IsMatch(word) && !tests.Contains(word)).Should().BeEmpty("the tests it names exist");
        quoted.Where(word => IsPlace(word) && !File.Exists(Repository.At(word)) && !Directory.Exists(Repository.At(word))).Should().BeEmpty("the places it names exist");
    }

    private static bool IsPlace(string word) =>
        word.Contains('/', StringComparison.Ordinal) && !word.StartsWith('/') && !word.Contains(' ', StringComparison.Ordinal)
        && (word.StartsWith("Bimer.", StringComparison.Ordinal) || _endings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal)));

    private static string Read(string file) => File.ReadAllText(Repository.At(file));

    private static List<string> RowsOf(string paper, int cells, Regex line) =>
        [.. line.Matches(paper).Select(match => string.Join('|', match.Value.Trim('|', ' ').Split('|').Take(cells).Select(cell => cell.Trim())))];

    [GeneratedRegex(@"^\| \d{11} \|(?:[^|\n]+\|){2}[^|\d\n]+\|$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex OfficerLine();

    [GeneratedRegex(@"^\| \d{11} \|(?:[^|\n]+\|){2} 0\d[\d ]+\|$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex CitizenLine();

    [GeneratedRegex(@"^docs/decisions/\d{4}-[a-z0-9-]+\.md$", RegexOptions.NonBacktracking)]
    private static partial Regex DecisionPage();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex("`(?<word>[^`\n]+)`", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+){2,}$", RegexOptions.NonBacktracking)]
    private static partial Regex TestName();
}
