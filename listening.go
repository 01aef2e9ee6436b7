package main

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"
)

// listen takes an address; a mistake names the flag it came from.
func listen(ctx context.Context, flag, addr string) (net.Listener, error) {
	listener, err := (&net.ListenConfig{}).Listen(ctx, "tcp", addr)
	if err != nil {
		return nil, fmt.Errorf("%w; choose another address with --%s", err, flag)
	}
	return listener, nil
}

// answer serves until the context ends and then for drain longer, while those
// who send requests here learn that it stops. What runs then is finished; an
// answer is ready within a time.
func answer(ctx context.Context, listener net.Listener, handler http.Handler, log *slog.Logger, within, drain time.Duration) error {
	server := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       within + 5*time.Second,
		WriteTimeout:      within + 20*time.Second, // for slow readers
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	time.Sleep(drain)
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), within+10*time.Second)
	defer cancel()
	if err := server.Shutdown(last); err != nil {
		log.WarnContext(last, "some requests were cut off", "error", err)
		return server.Close()
	}
	return nil
}

// untilStopped answers /readyz with 503 as soon as the context has ended.
func untilStopped(ctx context.Context, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/readyz" && ctx.Err() != nil {
			http.Error(w, "the server is stopping", http.StatusServiceUnavailable)
			return
		}
		next.ServeHTTP(w, r)
	})
}
