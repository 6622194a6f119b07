using System.Buffers;
using System.Text;
using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>Reads and writes JSON through buffers that are lent and given back, not made for each activity.</summary>
internal static class WireJson
{
    // Bytes; activities are short, and what is longer is read in more goes.
    private const int ReadAtOnce = 512;

    /// <summary>UTF-8, without a mark in front.</summary>
    public static byte[] Write(JsonSerializer serializer, object value)
    {
        using var text = new Utf8Text();
        using (var writer = new JsonTextWriter(text) { ArrayPool = LentChars.Shared, CloseOutput = false })
            serializer.Serialize(writer, value);
        return text.ToBytes();
    }

    /// <param name="json">UTF-8, or as the mark in front of it says.</param>
    /// <exception cref="JsonException">It is not the JSON of <typeparamref name="T"/>.</exception>
    public static T Read<T>(JsonSerializer serializer, Stream json) => Read<T>(serializer, new StreamReader(json, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, ReadAtOnce));

    /// <inheritdoc cref="Read{T}(JsonSerializer, Stream)"/>
    public static T Read<T>(JsonSerializer serializer, TextReader json)
    {
        using var reader = new JsonTextReader(json) { ArrayPool = LentChars.Shared, CloseInput = false };
        return serializer.Deserialize<T>(reader);
    }

    private sealed class LentChars : IArrayPool<char>
    {
        public static readonly LentChars Shared = new();

        public char[] Rent(int minimumLength) => ArrayPool<char>.Shared.Rent(minimumLength);

        public void Return(char[] array)
        {
            if (array is not null)
                ArrayPool<char>.Shared.Return(array);
        }
    }

    /// <summary>Text that becomes UTF-8 as it is written. A character of two halves may come in two pieces.</summary>
    private sealed class Utf8Text() : TextWriter(System.Globalization.CultureInfo.InvariantCulture)
    {
        private readonly Encoder _encoder = Encoding.UTF8.GetEncoder();
        private byte[] _bytes = ArrayPool<byte>.Shared.Rent(2048);
        private int _length;

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Append([value], flush: false);

        public override void Write(char[] buffer, int index, int count) => Append(buffer.AsSpan(index, count), flush: false);

        public override void Write(ReadOnlySpan<char> buffer) => Append(buffer, flush: false);

        public override void Write(string value) => Append(value, flush: false);

        public byte[] ToBytes()
        {
            Append([], flush: true);
            return _bytes.AsSpan(0, _length).ToArray();
        }

        protected override void Dispose(bool disposing)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
            base.Dispose(disposing);
        }

        private void Append(ReadOnlySpan<char> text, bool flush)
        {
            var needed = _length + Encoding.UTF8.GetMaxByteCount(text.Length + 1); // and half a character from before
            if (needed > _bytes.Length)
                Grow(needed);
            _length += _encoder.GetBytes(text, _bytes.AsSpan(_length), flush);
        }

        private void Grow(int needed)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, _bytes.Length * 2));
            _bytes.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }
    }
}
