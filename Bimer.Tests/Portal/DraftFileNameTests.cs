using System.Text;
using Bimer.Blazor.Persistence;
using Bimer.Blazor.Portal.Filing;
using Bimer.Tests.Given;
using Bimer.Tests.Persistence.Files;
using FluentAssertions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Bimer.Tests.Portal;

/// <summary>People call files after themselves, and whether they will hide is not decided before the last page (G9).</summary>
public sealed class DraftFileNameTests
{
    private const string Name = "KANARYA-AYSE-YILMAZ.pdf";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_a_citizen_calls_a_file_lies_nowhere_in_clear_until_a_petition_with_a_name_is_filed(bool hidden)
    {
        await using var office = await Office.OpenAsync(Kind.Sqlite);
        var citizen = new Citizen(office);
        await citizen.PassAsync();
        var view = (await citizen.WriteWholeAsync(draft => draft with { HideIdentity = hidden }))!;
        var book = office.Services.GetRequiredService<DraftFileBook>();

        (await book.AddAsync(view.Visit, Name, new MemoryStream(Documents.Pdf), CancellationToken.None)).IsAccepted.Should().BeTrue();

        (await book.ListAsync(view.Visit, CancellationToken.None)).Should().ContainSingle().Which.Name.Should().Be(Name, "its sender knows it by that");
        (await OnTheDiskAsync(office)).Should().NotContain(Name);

        (await citizen.SendAsync(view)).Should().BeOfType<FilingAnswer.Filed>();

        await using (var db = await office.DbAsync()) (await db.Attachments.SingleAsync()).Name.Should().Be(hidden ? "Ek-1.pdf" : Name);
        if (hidden) (await OnTheDiskAsync(office)).Should().NotContain(Name);
    }

    private static async Task<string> OnTheDiskAsync(Office office)
    {
        var all = new StringBuilder();
        foreach (var path in Directory.GetFiles(office.Services.GetRequiredService<DataFolder>().Root, "bimer.db*"))
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var text = new StreamReader(file, Encoding.Latin1);
            all.Append(await text.ReadToEndAsync());
        }

        return all.ToString();
    }
}
