using System.Text;
using Bimer.Blazor.Mime;
using Bimer.Domain.Kernel;
using FluentAssertions;

namespace Bimer.Tests.Mime;

/// <summary>Mails as they lie in a mailbox, byte for byte.</summary>
internal static class AMimeMail
{
    public static readonly MimeLimits Limits = new(Bytes: 4 * 1024 * 1024);

    /// <summary>Lines joined by CRLF, each letter one byte.</summary>
    public static byte[] Of(params string[] lines) => Encoding.Latin1.GetBytes(string.Join("\r\n", lines));

    public static Outcome<MimeMessage> Try(byte[] mail) => new MimeReader(Limits).Read(mail);

    public static MimeMessage Read(byte[] mail)
    {
        var read = Try(mail);
        read.Refusal.Should().BeNull();
        return read.Value!;
    }

    public static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    /// <summary>A letter in the bytes of Turkish Windows, for 8-bit mails.</summary>
    public static string Turkish(string text) => Encoding.Latin1.GetString(CodePagesEncodingProvider.Instance.GetEncoding(1254)!.GetBytes(text));

    /// <summary>The same in UTF-8, each byte a letter of its own.</summary>
    public static string Utf8(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>One of everything a usual mail program sends.</summary>
    public static byte[] Whole => Of(
        "Received: from mx.posta.example by bimer.example; Mon, 2 Mar 2026 09:00:00 +0300",
        "Message-ID: <bir@posta.example>",
        "From: =?iso-8859-9?Q?M=FCjde_Kanarya?= <mujde@posta.example>",
        "Subject: =?utf-8?B?" + Base64("Sokak lambası şikâyeti") + "?=",
        "MIME-Version: 1.0",
        "Content-Type: multipart/mixed; boundary=\"dis\"",
        "",
        "This is a multi-part message in MIME format.",
        "--dis",
        "Content-Type: multipart/alternative; boundary=ic",
        "",
        "--ic",
        "Content-Type: text/plain; charset=windows-1254",
        "Content-Transfer-Encoding: quoted-printable",
        "",
        "Sokaktaki lamba =FE=FD=F0 g=FCnd=FCr yanm=FDyor.=",
        " Te=FEekk=FCrler.",
        "--ic",
        "Content-Type: text/html; charset=utf-8",
        "",
        "<p>Sokaktaki <b>lamba</b></p>",
        "--ic--",
        "--dis",
        "Content-Type: application/pdf",
        "Content-Transfer-Encoding: base64",
        "Content-Disposition: attachment;",
        " filename*0*=utf-8''dilek%C3%A7e;",
        " filename*1=\" eki.pdf\"",
        "",
        Convert.ToBase64String(Persistence.Files.Documents.Pdf),
        "--dis--",
        "");
}
