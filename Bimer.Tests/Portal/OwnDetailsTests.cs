using Bimer.Blazor.Portal;
using Bimer.Domain.Applicants;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Portal;

public sealed class OwnDetailsTests
{
    private static readonly VisitIdentity _writer = new() { NationalId = "10000000146", GivenName = "Işıl", Surname = "Çınar", Mobile = "+905321234567" };

    [Theory]
    [InlineData("Kimlik numaram 100 000 001 46, gereğini arz ederim.", true, false, false)]
    [InlineData("Bana 0532 123 45 67 numarasından ulaşın.", false, true, false)]
    [InlineData("Saygılarımla, IŞIL ÇINAR.", false, false, true)]
    [InlineData("Çınar ağaçları kesilmiş; 0532 765 43 21 numaralı telefona bakılmıyor.", false, false, false)]
    public void What_a_text_tells_of_its_writer_is_noticed_and_a_strangers_details_are_not(string text, bool number, bool phone, bool name) =>
        OwnDetails.In(text, _writer.NationalId, _writer.Mobile, _writer.GivenName, _writer.Surname).Should().Be(new OwnDetails(number, phone, name));
}
