using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Bimer.Blazor.Persistence;

/// <summary>Instants are UTC ticks on both databases: SQLite cannot compare a DateTimeOffset, PostgreSQL rounds it.</summary>
internal sealed class UtcTicksConverter() : ValueConverter<DateTimeOffset, long>(
    instant => instant.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero));

internal sealed class CaseIdConverter() : ValueConverter<CaseId, long>(id => id.Value, value => new CaseId(value));

internal sealed class RoutingIdConverter() : ValueConverter<RoutingId, long>(id => id.Value, value => new RoutingId(value));

internal sealed class UnitIdConverter() : ValueConverter<UnitId, int>(id => id.Value, value => new UnitId(value));

internal sealed class UserIdConverter() : ValueConverter<UserId, int>(id => id.Value, value => new UserId(value));

internal sealed class AttachmentIdConverter() : ValueConverter<AttachmentId, byte[]>(id => id.Value.ToByteArray(true), value => new AttachmentId(new Guid(value, true)));

internal sealed class ReplyTemplateIdConverter() : ValueConverter<ReplyTemplateId, byte[]>(id => id.Value.ToByteArray(true), value => new ReplyTemplateId(new Guid(value, true)));

internal sealed class ApplicantRefConverter() : ValueConverter<ApplicantRef, byte[]>(id => id.Value.ToByteArray(true), value => new ApplicantRef(new Guid(value, true)));

/// <summary>Sixteen bytes on both databases; SQLite would otherwise keep thirty-six letters in every key.</summary>
internal sealed class CommandIdConverter() : ValueConverter<CommandId, byte[]>(id => id.Value.ToByteArray(true), value => new CommandId(new Guid(value, true)));

internal sealed class GuidConverter() : ValueConverter<Guid, byte[]>(id => id.ToByteArray(true), value => new Guid(value, true));

internal sealed class DetsisCodeConverter() : ValueConverter<DetsisCode, string>(code => code.Value, value => DetsisCode.Parse(value));

internal static class Conversions
{
    public static void ConvertAlike(this ModelConfigurationBuilder builder)
    {
        builder.Properties<DateTimeOffset>().HaveConversion<UtcTicksConverter>();
        builder.Properties<CaseId>().HaveConversion<CaseIdConverter>();
        builder.Properties<RoutingId>().HaveConversion<RoutingIdConverter>();
        builder.Properties<UnitId>().HaveConversion<UnitIdConverter>();
        builder.Properties<UserId>().HaveConversion<UserIdConverter>();
        builder.Properties<AttachmentId>().HaveConversion<AttachmentIdConverter>();
        builder.Properties<ReplyTemplateId>().HaveConversion<ReplyTemplateIdConverter>();
        builder.Properties<ApplicantRef>().HaveConversion<ApplicantRefConverter>();
        builder.Properties<CommandId>().HaveConversion<CommandIdConverter>();
        builder.Properties<Guid>().HaveConversion<GuidConverter>();
        builder.Properties<DetsisCode>().HaveConversion<DetsisCodeConverter>().HaveMaxLength(8);
    }
}
