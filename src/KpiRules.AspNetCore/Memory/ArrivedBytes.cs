// Keeps bytes as they arrive, in rented pieces that grow with them; nothing is taken for what is only announced.
using System;
using System.Buffers;

namespace KpiRules.AspNetCore.Memory;

/// <summary>Not safe for threads.</summary>
internal sealed class ArrivedBytes(Lane lane) : IDisposable
{
    private const int SmallestPiece = 1024;
    private const int GreatestPiece = 64 * 1024;

    private Piece? _first;
    private Piece? _last;
    private long _taken;

    public long Length { get; private set; }

    public ReadOnlySequence<byte> Bytes => _first is null ? default : new(_first, 0, _last!, _last!.Filled);

    /// <summary>False where the lane has no room for them: then none of them may be relied on.</summary>
    public bool TryAdd(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            if (_last is not { Free: > 0 } && !TryGrow())
                return false;
            var fits = Math.Min(bytes.Length, _last!.Free);
            _last.Add(bytes[..fits]);
            Length += fits;
            bytes = bytes[fits..];
        }

        return true;
    }

    public void Dispose()
    {
        for (var piece = _first; piece is not null; piece = piece.Following)
            piece.GiveBack();
        lane.Leave(_taken);
        (_first, _last, _taken, Length) = (null, null, 0, 0);
    }

    private bool TryGrow()
    {
        var size = Math.Clamp((int)Math.Min(Length, GreatestPiece), SmallestPiece, GreatestPiece);
        if (!lane.TryTake(size))
            return false;
        _taken += size;
        var piece = new Piece(size, Length);
        _last?.Follow(piece);
        _first ??= piece;
        _last = piece;
        return true;
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        private readonly byte[] _rented;
        private readonly int _size;

        public Piece(int size, long before)
        {
            (_rented, _size) = (ArrayPool<byte>.Shared.Rent(size), size);
            RunningIndex = before;
        }

        public int Filled { get; private set; }

        public int Free => _size - Filled;

        public Piece? Following => (Piece?)Next;

        public void Add(ReadOnlySpan<byte> bytes)
        {
            bytes.CopyTo(_rented.AsSpan(Filled));
            Filled += bytes.Length;
            Memory = _rented.AsMemory(0, Filled);
        }

        public void Follow(Piece piece) => Next = piece;

        public void GiveBack() => ArrayPool<byte>.Shared.Return(_rented);
    }
}
