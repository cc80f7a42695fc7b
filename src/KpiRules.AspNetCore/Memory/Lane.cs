// Lets in what fits into a size, in the order in which it is asked; what does not fit yet waits, or is told so.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace KpiRules.AspNetCore.Memory;

/// <summary>Safe for threads.</summary>
internal sealed class Lane(long size)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<Waiting> _waiting = [];
    private long _taken;

    public long Size { get; } = size;

    public long Taken
    {
        get
        {
            lock (_lock)
                return _taken;
        }
    }

    /// <summary>Takes what is free, or nothing; does not wait, and passes those that do.</summary>
    public bool TryTake(long bytes)
    {
        lock (_lock)
        {
            if (bytes > Size - _taken)
                return false;
            _taken += bytes;
            return true;
        }
    }

    /// <summary>Waits until there is room; of no use for more than the whole size.</summary>
    /// <exception cref="OperationCanceledException">There was none until then.</exception>
    public async Task TakeAsync(long bytes, CancellationToken cancellationToken)
    {
        LinkedListNode<Waiting> node;
        lock (_lock)
        {
            if (_waiting.Count == 0 && bytes <= Size - _taken)
            {
                _taken += bytes;
                return;
            }

            node = _waiting.AddLast(new Waiting(bytes));
        }

        using var giveUp = cancellationToken.Register(() => GiveUp(node, cancellationToken));
        await node.Value.LetIn.Task.ConfigureAwait(false);
    }

    public void Leave(long bytes)
    {
        lock (_lock)
        {
            _taken -= bytes;
            LetIn();
        }
    }

    private void GiveUp(LinkedListNode<Waiting> node, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (node.List is null)
                return; // let in meanwhile
            _waiting.Remove(node);
            node.Value.LetIn.SetCanceled(cancellationToken);
            LetIn();
        }
    }

    private void LetIn()
    {
        while (_waiting.First is { } first && first.Value.Bytes <= Size - _taken)
        {
            _taken += first.Value.Bytes;
            _waiting.RemoveFirst();
            first.Value.LetIn.SetResult();
        }
    }

    private sealed record Waiting(long Bytes)
    {
        public TaskCompletionSource LetIn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
