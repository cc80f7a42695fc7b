// Waits for bytes of a body until there are some, the body is at its end, or the request is given up.
using System;
using System.IO.Pipelines;
using System.Threading;
using System.Threading.Tasks;

namespace KpiRules.AspNetCore.Requests;

internal static class BodyPipe
{
    /// <summary>
    /// Bytes that nobody has to give memory for before they are there. A read that is given up is called off, not left
    /// behind: the server must read on itself to find the end of the request, and reports an error where it cannot.
    /// </summary>
    /// <exception cref="OperationCanceledException">The request is given up.</exception>
    public static async ValueTask<ReadResult> ReadAsync(PipeReader pipe, CancellationToken cancellationToken)
    {
        using var callOff = cancellationToken.Register(static pipe => ((PipeReader)pipe!).CancelPendingRead(), pipe);
        while (true)
        {
            var read = await pipe.ReadAsync(CancellationToken.None).ConfigureAwait(false);
            if (!read.IsCanceled)
                return read;
            pipe.AdvanceTo(read.Buffer.Start);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
