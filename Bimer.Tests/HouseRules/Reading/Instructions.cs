using System.Buffers.Binary;
using System.Reflection.Emit;

namespace Bimer.Tests.HouseRules.Reading;

/// <summary>One instruction of a method body and the four bytes behind it, which for calls, types and strings are a metadata token.</summary>
internal readonly record struct Instruction(OpCode Code, int Operand);

/// <summary>Splits a method body into its instructions.</summary>
internal static class Instructions
{
    private static readonly Dictionary<ushort, OpCode> _codes = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => unchecked((ushort)code.Value));

    public static IEnumerable<Instruction> In(byte[] body)
    {
        for (var at = 0; at < body.Length;)
        {
            ushort value = body[at++];
            if (value == 0xFE) value = (ushort)((value << 8) | body[at++]);   // the two-byte codes
            var code = _codes[value];
            var length = OperandLength(code, body, at);
            yield return new Instruction(code, length == 4 ? BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(at)) : 0);
            at += length;
        }
    }

    private static int OperandLength(OpCode code, byte[] body, int at) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(body.AsSpan(at))),
        _ => 4,
    };
}
